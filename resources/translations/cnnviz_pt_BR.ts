<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About cnnviz</source>
        <translation>Sobre o cnnviz</translation>
    </message>
    <message>
        <source>See inside convolutional networks: step a kernel by hand, open every feature map, watch LeNet-5 train.</source>
        <translation>Veja as redes convolucionais por dentro: mova um kernel passo a passo, abra cada mapa de características e acompanhe o treinamento da LeNet-5.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It uses Qt and PySide6 under the LGPL, version 3.</source>
        <translation>Software livre sob a licença MIT. Usa Qt e PySide6 sob a LGPL, versão 3.</translation>
    </message>
    <message>
        <source>Copy the versions, for a fault report</source>
        <translation>Copia as versões, para relatar uma falha</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copiar versões</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>&amp;Copiar versões</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>The network hesitates between {one} and {other}.</source>
        <translation>A rede hesita entre {one} e {other}.</translation>
    </message>
    <message>
        <source>Draw a digit on the sheet; the answer appears here.</source>
        <translation>Desenhe um dígito na folha; a resposta aparece aqui.</translation>
    </message>
    <message>
        <source>Loading the network…</source>
        <translation>Carregando a rede…</translation>
    </message>
    <message>
        <source>Digit that the network reads</source>
        <translation>Dígito que a rede lê</translation>
    </message>
    <message>
        <source>How sure the network is</source>
        <translation>Certeza da rede</translation>
    </message>
    <message>
        <source>The probability that the network gives to its answer. It knows digits only: a letter or a scribble is read as one of the ten too.</source>
        <translation>A probabilidade que a rede dá à sua resposta. Ela só conhece dígitos: uma letra ou um rabisco também é lido como um dos dez.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Probability of each digit</source>
        <translation>Probabilidade de cada dígito</translation>
    </message>
    <message>
        <source>The ten outputs turned into shares that sum to 100% (softmax)</source>
        <translation>As dez saídas transformadas em porcentagens que somam 100% (softmax)</translation>
    </message>
</context>
<context>
    <name>CaptionedTiles</name>
    <message>
        <source>Number {number} of {count}: values from {low} to {high}</source>
        <translation>Número {number} de {count}: valores de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>ConvolutionPage</name>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation>Linha {row}, coluna {column}: {value}</translation>
    </message>
    <message>
        <source>The sum is copied.</source>
        <translation>A soma foi copiada.</translation>
    </message>
</context>
<context>
    <name>DrawActions</name>
    <message>
        <source>Thinner pen</source>
        <translation>Caneta mais fina</translation>
    </message>
    <message>
        <source>Thicker pen</source>
        <translation>Caneta mais grossa</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Borracha</translation>
    </message>
    <message>
        <source>Take ink away instead of putting it down</source>
        <translation>Tira tinta da folha, em vez de pôr</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Take all ink off the sheet</source>
        <translation>Apaga toda a folha</translation>
    </message>
    <message>
        <source>Colours for each map by itself</source>
        <translation>Cores próprias por mapa</translation>
    </message>
    <message>
        <source>On: each map uses all colours. Off: the maps of a layer share a scale and can be compared.</source>
        <translation>Ligado: cada mapa usa todas as cores. Desligado: os mapas de uma camada usam a mesma escala e podem ser comparados.</translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>Draw here: a new sheet begins</source>
        <translation>Desenhe aqui, em folha nova</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>Desenhe um dígito aqui</translation>
    </message>
    <message>
        <source>Arrow keys move the pen, Space puts it down or lifts it.</source>
        <translation>As setas movem a caneta; a barra de espaço a abaixa ou levanta.</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>Draw</source>
        <translation>Desenhar</translation>
    </message>
    <message>
        <source>The network that answers</source>
        <translation>A rede que responde</translation>
    </message>
    <message>
        <source>Send another one here from the Train page.</source>
        <translation>Para trocá-la, envie outra a partir da página Treinar.</translation>
    </message>
</context>
<context>
    <name>DropCover</name>
    <message>
        <source>Drop the picture anywhere</source>
        <translation>Solte a imagem em qualquer lugar</translation>
    </message>
</context>
<context>
    <name>ErrorReportDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Erro inesperado</translation>
    </message>
    <message>
        <source>Something went wrong that we did not foresee. You can go on; what you did last may be missing. Please send us this text, it says where the fault is. It is also in {file}.</source>
        <translation>Aconteceu um erro que não prevíamos. Você pode continuar, mas talvez a sua última ação tenha se perdido. Envie-nos este texto: ele mostra onde está a falha. Ele também está em {file}.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar o relatório</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>GeometryFields</name>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Stride</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Dilatação</translation>
    </message>
    <message>
        <source>How many numbers the kernel has</source>
        <translation>Quantos números o kernel tem</translation>
    </message>
    <message>
        <source>How many cells the window moves at each step</source>
        <translation>Quantas células a janela avança a cada passo</translation>
    </message>
    <message>
        <source>How far apart the kernel’s numbers lie on the picture; 1 is side by side</source>
        <translation>A distância entre os números do kernel sobre a imagem; 1 é lado a lado</translation>
    </message>
    <message>
        <source>Zeros put around the picture, so that the kernel reaches its edge</source>
        <translation>Zeros em volta da imagem, para que o kernel alcance a borda</translation>
    </message>
    <message>
        <source>Kernel height</source>
        <translation>Altura do kernel</translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation>Largura do kernel</translation>
    </message>
    <message>
        <source>Stride downwards</source>
        <translation>Stride vertical</translation>
    </message>
    <message>
        <source>Stride to the right</source>
        <translation>Stride horizontal</translation>
    </message>
    <message>
        <source>Dilation downwards</source>
        <translation>Dilatação vertical</translation>
    </message>
    <message>
        <source>Dilation to the right</source>
        <translation>Dilatação horizontal</translation>
    </message>
    <message>
        <source>Rows added above and below</source>
        <translation>Linhas acrescentadas acima e abaixo</translation>
    </message>
    <message>
        <source>Columns added left and right</source>
        <translation>Colunas acrescentadas à esquerda e à direita</translation>
    </message>
    <message>
        <source>Valid: none</source>
        <translation>Valid: nenhum</translation>
    </message>
    <message>
        <source>Same: keep the size</source>
        <translation>Same: mantém o tamanho</translation>
    </message>
    <message>
        <source>Full: every overlap</source>
        <translation>Full: toda sobreposição</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Choose a sample, open a picture, or draw one</source>
        <translation>Escolha um exemplo, abra uma imagem ou desenhe</translation>
    </message>
    <message>
        <source>{size}, in grey</source>
        <translation>{size}, em cinza</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>Added to every sum</source>
        <translation>Acrescentado a cada soma</translation>
    </message>
    <message>
        <source>Flip the kernel</source>
        <translation>Girar o kernel</translation>
    </message>
    <message>
        <source>Turn the kernel by 180°: convolution as mathematics defines it</source>
        <translation>Gira o kernel 180°: a convolução como a matemática a define</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Girar 180°</translation>
    </message>
</context>
<context>
    <name>KernelCombo</name>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Choose a ready-made kernel</source>
        <translation>Escolha um kernel pronto</translation>
    </message>
    <message>
        <source>Your own kernel</source>
        <translation>Seu próprio kernel</translation>
    </message>
</context>
<context>
    <name>KernelEditor</name>
    <message>
        <source>“{text}” is no number. Try 0.5 or 1/9.</source>
        <translation>“{text}” não é um número. Tente 0,5 ou 1/9.</translation>
    </message>
    <message>
        <source>Type to change; 0.5, 0,5 and 1/9 are fine.</source>
        <translation>Digite para alterar; valem 0,5, 0.5 e 1/9.</translation>
    </message>
    <message>
        <source>A cell is empty. For a weight that does not count, type 0.</source>
        <translation>Célula vazia. Para anular, digite 0.</translation>
    </message>
    <message>
        <source>“{text}” is too large; a billion at most.</source>
        <translation>“{text}” é grande demais; no máximo um bilhão.</translation>
    </message>
    <message>
        <source>Kernel numbers</source>
        <translation>Números do kernel</translation>
    </message>
    <message>
        <source>The kernel’s numbers: type to change one</source>
        <translation>Os números do kernel: digite para alterar um deles</translation>
    </message>
</context>
<context>
    <name>KernelNames</name>
    <message>
        <source>Identity</source>
        <translation>Identidade</translation>
    </message>
    <message>
        <source>Shift right</source>
        <translation>Deslocar à direita</translation>
    </message>
    <message>
        <source>Box blur 3 × 3</source>
        <translation>Desfoque de média 3 × 3</translation>
    </message>
    <message>
        <source>Box blur 5 × 5</source>
        <translation>Desfoque de média 5 × 5</translation>
    </message>
    <message>
        <source>Gaussian blur 3 × 3</source>
        <translation>Desfoque gaussiano 3 × 3</translation>
    </message>
    <message>
        <source>Gaussian blur 5 × 5</source>
        <translation>Desfoque gaussiano 5 × 5</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>Desfoque de movimento</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Nitidez</translation>
    </message>
    <message>
        <source>Sharpen strongly</source>
        <translation>Nitidez forte</translation>
    </message>
    <message>
        <source>Unsharp masking</source>
        <translation>Máscara de nitidez</translation>
    </message>
    <message>
        <source>Sobel x</source>
        <translation>Sobel x</translation>
    </message>
    <message>
        <source>Sobel y</source>
        <translation>Sobel y</translation>
    </message>
    <message>
        <source>Prewitt x</source>
        <translation>Prewitt x</translation>
    </message>
    <message>
        <source>Prewitt y</source>
        <translation>Prewitt y</translation>
    </message>
    <message>
        <source>Scharr x</source>
        <translation>Scharr x</translation>
    </message>
    <message>
        <source>Scharr y</source>
        <translation>Scharr y</translation>
    </message>
    <message>
        <source>Roberts cross</source>
        <translation>Cruz de Roberts</translation>
    </message>
    <message>
        <source>Laplacian, 4 neighbours</source>
        <translation>Laplaciano, 4 vizinhos</translation>
    </message>
    <message>
        <source>Laplacian, 8 neighbours</source>
        <translation>Laplaciano, 8 vizinhos</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Laplacian of Gaussian</source>
        <translation>Laplaciano da gaussiana</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Linha horizontal</translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation>Linha vertical</translation>
    </message>
    <message>
        <source>Falling line</source>
        <translation>Linha descendente</translation>
    </message>
    <message>
        <source>Rising line</source>
        <translation>Linha ascendente</translation>
    </message>
    <message>
        <source>Emboss</source>
        <translation>Alto-relevo</translation>
    </message>
    <message>
        <source>Keep or move</source>
        <translation>Manter ou mover</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desfoque</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Bordas</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Relevo</translation>
    </message>
</context>
<context>
    <name>LabActions</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproduzir</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Avançar um passo</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Voltar um passo</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Próxima linha</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Linha anterior</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Primeiro passo</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Último passo</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Desenhar</translation>
    </message>
    <message>
        <source>Draw the input by hand</source>
        <translation>Desenha a entrada à mão</translation>
    </message>
    <message>
        <source>Whole output</source>
        <translation>Saída inteira</translation>
    </message>
    <message>
        <source>Show output cells that the window has not reached yet</source>
        <translation>Mostra as células da saída que a janela ainda não alcançou</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar à tela</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostra tudo</translation>
    </message>
    <message>
        <source>Zoom to the window</source>
        <translation>Ampliar a janela</translation>
    </message>
    <message>
        <source>Enlarge the window on the input and its cell on the output</source>
        <translation>Amplia a janela na entrada e a célula dela na saída</translation>
    </message>
    <message>
        <source>Copy the sum</source>
        <translation>Copiar a soma</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show settings</source>
        <translation>Mostra os ajustes</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>{label} · convolution {height} × {width}</source>
        <translation>{label} · convolução {height} × {width}</translation>
    </message>
    <message>
        <source>{label} · max pooling {height} × {width}</source>
        <translation>{label} · max pooling {height} × {width}</translation>
    </message>
    <message>
        <source>{label} · ReLU</source>
        <translation>{label} · ReLU</translation>
    </message>
    <message>
        <source>Output · weighted sums</source>
        <translation>Saída · soma ponderada</translation>
    </message>
    <message>
        <source>{label} · weighted sums</source>
        <translation>{label} · soma ponderada</translation>
    </message>
    <message>
        <source>{label} · laid out in one row</source>
        <translation>{label} · em uma só linha</translation>
    </message>
    <message>
        <source>Each of the {count} maps: a kernel of {height} × {width} slides over every input map ({inputs}), the products are summed and a bias is added. {weights} trained numbers.</source>
        <translation>Em cada um dos {count} mapas, um kernel de {height} × {width} desliza sobre todos os mapas de entrada ({inputs}); os produtos são somados e acrescenta-se um viés. {weights} números treinados.</translation>
    </message>
    <message>
        <source>The largest number of each {height} × {width} window is kept: smaller maps, and small shifts of the drawing matter less.</source>
        <translation>Fica o maior número de cada janela de {height} × {width}: os mapas diminuem, e pequenos deslocamentos do desenho importam menos.</translation>
    </message>
    <message>
        <source>Numbers below 0 become 0; the others stay as they are.</source>
        <translation>Números abaixo de 0 viram 0; os outros ficam como estão.</translation>
    </message>
    <message>
        <source>Each of the {count} numbers is a weighted sum of all numbers before, plus a bias. {weights} trained numbers.</source>
        <translation>Cada um dos {count} números é uma soma ponderada de todos os números da camada anterior, mais um viés. {weights} números treinados.</translation>
    </message>
    <message>
        <source>The same numbers, laid out in one row.</source>
        <translation>Os mesmos números, dispostos em uma só linha.</translation>
    </message>
    <message>
        <source>{layer} · all {count} numbers</source>
        <translation>{layer} · todos os {count} números</translation>
    </message>
    <message>
        <source>{layer} · map {number} of {count}</source>
        <translation>{layer} · mapa {number} de {count}</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Your drawing, inside the network</source>
        <translation>Seu desenho, dentro da rede</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Your picture, as the network sees it</source>
        <translation>Sua imagem, como a rede a vê</translation>
    </message>
    <message>
        <source>The weights of the first convolution: blue below 0, orange above</source>
        <translation>Os pesos da primeira convolução: azul abaixo de 0, laranja acima</translation>
    </message>
    <message>
        <source>What this layer finds in your picture, after ReLU</source>
        <translation>O que esta camada encontra na sua imagem, depois da ReLU</translation>
    </message>
    <message>
        <source>What the network answers</source>
        <translation>O que a rede responde</translation>
    </message>
    <message>
        <source>Probability of each digit</source>
        <translation>Probabilidade de cada dígito</translation>
    </message>
    <message>
        <source>Your drawing at batch {batch}, inside the network</source>
        <translation>Seu desenho de então, na rede do lote {batch}</translation>
    </message>
    <message>
        <source>Start a run: everything here will change while it learns.</source>
        <translation>Inicie um treinamento: tudo aqui muda enquanto a rede aprende.</translation>
    </message>
    <message>
        <source>Draw a digit on the Draw page: its maps will show here.</source>
        <translation>Desenhe um dígito na página Desenhar: os mapas dele aparecem aqui.</translation>
    </message>
    <message>
        <source>Kernels of the first convolution</source>
        <translation>Kernels da primeira convolução</translation>
    </message>
    <message>
        <source>{layer}: {count} kernels, {height} × {width}</source>
        <translation>{layer}: {count} kernels, {height} × {width}</translation>
    </message>
    <message>
        <source>Feature maps of the first convolution</source>
        <translation>Mapas de características da primeira convolução</translation>
    </message>
    <message>
        <source>Feature maps of the second convolution</source>
        <translation>Mapas de características da segunda convolução</translation>
    </message>
    <message>
        <source>{layer}: {count} feature maps, {height} × {width}</source>
        <translation>{layer}: {count} mapas de características, {height} × {width}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Stopping the training… The window closes when it has ended.</source>
        <translation>Parando o treinamento… A janela fecha assim que ele terminar.</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Desfeito: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>Refeito: {step}</translation>
    </message>
</context>
<context>
    <name>MapDetail</name>
    <message>
        <source>The numbers appear when there is a drawing.</source>
        <translation>Os números aparecem quando houver um desenho.</translation>
    </message>
    <message>
        <source>Point at a cell to read its number; the wheel zooms. Esc goes back.</source>
        <translation>Aponte para uma célula e leia o número; a roda do mouse dá zoom. Esc volta.</translation>
    </message>
    <message>
        <source>For digit {label}: {value}</source>
        <translation>Para o dígito {label}: {value}</translation>
    </message>
    <message>
        <source>Number {number}: {value}</source>
        <translation>Número {number}: {value}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation>Linha {row}, coluna {column}: {value}</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Todas as camadas</translation>
    </message>
    <message>
        <source>Back to all layers (Esc)</source>
        <translation>Volta a todas as camadas (Esc)</translation>
    </message>
    <message>
        <source>Map before</source>
        <translation>Mapa anterior</translation>
    </message>
    <message>
        <source>The map before (Page Up)</source>
        <translation>O mapa anterior (Page Up)</translation>
    </message>
    <message>
        <source>Next map</source>
        <translation>Próximo mapa</translation>
    </message>
    <message>
        <source>The next map (Page Down)</source>
        <translation>O próximo mapa (Page Down)</translation>
    </message>
    <message>
        <source>Maps of this layer</source>
        <translation>Mapas desta camada</translation>
    </message>
    <message>
        <source>All maps of this layer; click one to enlarge it</source>
        <translation>Todos os mapas desta camada; clique em um para ampliar</translation>
    </message>
    <message>
        <source>Enlarged map</source>
        <translation>Mapa ampliado</translation>
    </message>
    <message>
        <source>Wheel zooms, dragging moves; arrow keys read number after number</source>
        <translation>A roda do mouse dá zoom, arrastar move; as setas leem um número após o outro</translation>
    </message>
</context>
<context>
    <name>MapsArea</name>
    <message>
        <source>{layer} · for digit {label}: {value}</source>
        <translation>{layer} · para o dígito {label}: {value}</translation>
    </message>
    <message>
        <source>{layer} · number {number}: {value}</source>
        <translation>{layer} · número {number}: {value}</translation>
    </message>
    <message>
        <source>{title} · from {low} to {high} · click to enlarge</source>
        <translation>{title} · de {low} a {high} · clique para ampliar</translation>
    </message>
    <message>
        <source>What the network sees · grey levels x, read as (x / 255 − {mean}) / {deviation}</source>
        <translation>O que a rede vê · tons de cinza x, lidos como (x / 255 − {mean}) / {deviation}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Sample pictures</source>
        <translation>Imagens de &amp;exemplo</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Fechar esta mensagem</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>{share} of held-out digits right</source>
        <translation>acerta {share} dos dígitos de validação</translation>
    </message>
    <message>
        <source>shipped with cnnviz</source>
        <translation>vem com o cnnviz</translation>
    </message>
    <message>
        <source>opened from a file</source>
        <translation>aberta de um arquivo</translation>
    </message>
    <message>
        <source>trained by you</source>
        <translation>treinada por você</translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>The output appears here</source>
        <translation>A saída aparece aqui</translation>
    </message>
</context>
<context>
    <name>PadPanel</name>
    <message>
        <source>Sheet to draw a digit on</source>
        <translation>Folha para desenhar um dígito</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger; the right button erases. With the keyboard: arrows move the pen, Space puts it down or lifts it.</source>
        <translation>Desenhe com o mouse, a caneta ou o dedo; o botão direito apaga. Com o teclado: as setas movem a caneta, a barra de espaço a abaixa ou levanta.</translation>
    </message>
    <message>
        <source>Pen size</source>
        <translation>Espessura da caneta</translation>
    </message>
    <message>
        <source>Pen size ([ and ])</source>
        <translation>Espessura da caneta ([ e ])</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z)</source>
        <translation>Desfaz o último traço (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Borracha</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
</context>
<context>
    <name>PicturePresenter</name>
    <message>
        <source>pasted picture</source>
        <translation>imagem colada</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Traço</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>New drawing</source>
        <translation>Novo desenho</translation>
    </message>
    <message>
        <source>Sample picture</source>
        <translation>Imagem de exemplo</translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation>Colar imagem</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
</context>
<context>
    <name>PictureWishes</name>
    <message>
        <source>Open picture</source>
        <translation>Abrir imagem</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
    <message>
        <source>There is no picture to paste. Copy a picture or a picture file first.</source>
        <translation>Não há imagem para colar. Copie antes uma imagem ou um arquivo de imagem.</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>Landscape</source>
        <translation>Paisagem</translation>
    </message>
    <message>
        <source>House, in colour</source>
        <translation>Casa, colorida</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Gato</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Rato</translation>
    </message>
    <message>
        <source>Coins</source>
        <translation>Moedas</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>Listras</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>Padrão de teste</translation>
    </message>
    <message>
        <source>Digit seven</source>
        <translation>Dígito sete</translation>
    </message>
    <message>
        <source>Digit three</source>
        <translation>Dígito três</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Desenho</translation>
    </message>
</context>
<context>
    <name>PreparationStrip</name>
    <message>
        <source>1 · Your ink</source>
        <translation>1 · Sua tinta</translation>
    </message>
    <message>
        <source>2 · In 20 × 20</source>
        <translation>2 · Em 20 × 20</translation>
    </message>
    <message>
        <source>3 · What the network sees</source>
        <translation>3 · O que a rede vê</translation>
    </message>
    <message>
        <source>Your ink and the box around it</source>
        <translation>Sua tinta e a caixa em volta dela</translation>
    </message>
    <message>
        <source>The box around the ink: where and how large you draw is forgotten.</source>
        <translation>A caixa em volta da tinta: o lugar e o tamanho do desenho deixam de importar.</translation>
    </message>
    <message>
        <source>The digit fitted in 20 × 20</source>
        <translation>O dígito encaixado em 20 × 20</translation>
    </message>
    <message>
        <source>The box, made to fit 20 × 20 pixels; its proportions are kept.</source>
        <translation>A caixa, ajustada a 20 × 20 pixels; as proporções são mantidas.</translation>
    </message>
    <message>
        <source>What the network sees: 28 × 28 numbers</source>
        <translation>O que a rede vê: 28 × 28 números</translation>
    </message>
    <message>
        <source>The centre of mass is moved to the middle of 28 × 28, and ink is white on black as in MNIST. This is all that the network sees. Click to read its numbers.</source>
        <translation>O centro de massa vai para o meio de 28 × 28, e a tinta fica branca sobre preto, como no MNIST. Isso é tudo o que a rede vê. Clique para ler os números.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>E&amp;xaminar:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Tipo de arquivo:</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{page} (Ctrl+{number})</source>
        <translation>{page} (Ctrl+{number})</translation>
    </message>
</context>
<context>
    <name>RecipeBar</name>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Dados</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Rede</translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation>&amp;Otimizador</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>&amp;Tx. aprendizado</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Lote</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Semente</translation>
    </message>
    <message>
        <source>This copy of MNIST is not the published one (see {files}): results may differ a little from those in books.</source>
        <translation>Esta cópia do MNIST não é a publicada (difere em: {files}): os resultados podem ser um pouco diferentes dos livros.</translation>
    </message>
    <message>
        <source>E&amp;pochs</source>
        <translation>É&amp;pocas</translation>
    </message>
    <message>
        <source>Dev&amp;ice</source>
        <translation>D&amp;ispositivo</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>Embutidos</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>SGD, momentum</source>
        <translation>SGD, momentum</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>A run keeps its recipe. Stop it to change this.</source>
        <translation>A receita não muda durante o treinamento. Pare-o para alterar isto.</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Conjunto de dados</translation>
    </message>
    <message>
        <source>The pictures to learn from, and the held-out ones to measure on</source>
        <translation>As imagens para aprender e as de validação, para avaliar a rede</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>What learns; each run begins with fresh random weights</source>
        <translation>Quem aprende; cada treinamento começa com novos pesos aleatórios</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>How a gradient changes the weights; the momentum of SGD is 0.9</source>
        <translation>Como o gradiente muda os pesos; o momentum do SGD é 0,9</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>How far the weights move at each batch, above 0</source>
        <translation>Taxa de aprendizado: quanto os pesos mudam a cada lote; maior que 0</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Tamanho do lote</translation>
    </message>
    <message>
        <source>Pictures looked at before each change of the weights</source>
        <translation>Imagens vistas antes de cada mudança dos pesos</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>How many times every picture is seen</source>
        <translation>Quantas vezes cada imagem é vista</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same weights and order of pictures</source>
        <translation>A mesma semente dá os mesmos pesos iniciais e a mesma ordem das imagens</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Where to compute; what this machine lacks cannot be chosen</source>
        <translation>Onde calcular; o que este computador não tem não pode ser escolhido</translation>
    </message>
</context>
<context>
    <name>RunPlots</name>
    <message>
        <source>each batch</source>
        <translation>cada lote</translation>
    </message>
    <message>
        <source>mean of {count} batches</source>
        <translation>média de {count} lotes</translation>
    </message>
    <message>
        <source>held-out pictures</source>
        <translation>validação</translation>
    </message>
    <message>
        <source>Drag moves, the wheel zooms, a double click shows all again</source>
        <translation>Arrastar move, a roda do mouse dá zoom, um clique duplo mostra tudo de novo</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>lotes</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perda</translation>
    </message>
    <message>
        <source>Press Start: the loss will appear here.</source>
        <translation>Clique em Iniciar: a perda aparece aqui.</translation>
    </message>
    <message>
        <source>batch {batch}: {value}</source>
        <translation>lote {batch}: {value}</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Acurácia</translation>
    </message>
    <message>
        <source>% right</source>
        <translation>% de acertos</translation>
    </message>
    <message>
        <source>And here, how many pictures it gets right.</source>
        <translation>E aqui, quantas imagens a rede acerta.</translation>
    </message>
    <message>
        <source>batch {batch}: {value}%</source>
        <translation>lote {batch}: {value}%</translation>
    </message>
    <message>
        <source>Loss over the batches</source>
        <translation>Perda ao longo dos lotes</translation>
    </message>
    <message>
        <source>Accuracy over the batches</source>
        <translation>Acurácia ao longo dos lotes</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>No run yet. Choose a recipe and press Start.</source>
        <translation>Nenhum treinamento ainda. Escolha a receita e clique em Iniciar.</translation>
    </message>
    <message>
        <source>Preparing the pictures and the network…</source>
        <translation>Preparando as imagens e a rede…</translation>
    </message>
    <message>
        <source>Stopping when the pictures are ready…</source>
        <translation>Parando assim que as imagens ficarem prontas…</translation>
    </message>
    <message>
        <source>Stopping after the batch at hand…</source>
        <translation>Parando após o lote atual…</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Época {epoch} de {epochs}</translation>
    </message>
    <message>
        <source>paused after batch {batch}</source>
        <translation>em pausa após o lote {batch}</translation>
    </message>
    <message>
        <source>{count} pictures/s</source>
        <translation>{count} imagens/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>faltam {time}</translation>
    </message>
    <message>
        <source>Finished: {share} of {count} held-out pictures right, after {seconds} s.</source>
        <translation>Fim: {share} de acertos em {count} imagens de validação, em {seconds} s.</translation>
    </message>
    <message>
        <source>Stopped before the first batch.</source>
        <translation>Parado antes do primeiro lote.</translation>
    </message>
    <message>
        <source>Stopped after batch {batch}. What was learned is kept.</source>
        <translation>Parado após o lote {batch}. O que foi aprendido fica guardado.</translation>
    </message>
    <message>
        <source>Stopped after batch {batch}: {share} of held-out pictures right.</source>
        <translation>Parado após o lote {batch}: {share} de acertos nas imagens de validação.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Something went wrong that cnnviz did not expect: {detail}. Your work is still here; please try again.</source>
        <translation>Aconteceu algo que o cnnviz não esperava: {detail}. Seu trabalho continua aqui; tente de novo.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or choose a smaller picture or less data.</source>
        <translation>Não há memória suficiente para isto. Feche outros programas, ou escolha uma imagem menor ou menos dados.</translation>
    </message>
    <message>
        <source>The system refused: {reason}. Check names, permissions and free space.</source>
        <translation>O sistema recusou: {reason}. Verifique os nomes, as permissões e o espaço livre.</translation>
    </message>
    <message>
        <source>A kernel needs at least 1 row and 1 column; this one has {height} × {width}. Choose a size of 1 or more.</source>
        <translation>Um kernel precisa de pelo menos 1 linha e 1 coluna; este tem {height} × {width}. Escolha um tamanho de 1 ou mais.</translation>
    </message>
    <message>
        <source>The stride is {stride}; the window would never move. Choose 1 or more.</source>
        <translation>O stride é {stride}; a janela nunca sairia do lugar. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>The dilation is {dilation}; it is the distance between kernel cells. Choose 1 or more.</source>
        <translation>A dilatação é {dilation}; ela é a distância entre as células do kernel. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>The padding is {padding}; a border cannot be negative. Choose 0 or more.</source>
        <translation>O padding é {padding}; uma borda não pode ser negativa. Escolha 0 ou mais.</translation>
    </message>
    <message>
        <source>There is no padding called {padding}. Choose valid, same or full, or a number of rows and columns.</source>
        <translation>Não existe um padding chamado {padding}. Escolha valid, same ou full, ou um número de linhas e colunas.</translation>
    </message>
    <message>
        <source>The kernel is {height} × {width}; up to {limit} × {limit} can be shown cell by cell. Choose {limit} or less.</source>
        <translation>O kernel tem {height} × {width}; célula por célula, só é possível mostrar até {limit} × {limit}. Escolha {limit} ou menos.</translation>
    </message>
    <message>
        <source>The padding is {padding}; more than {limit} would leave the picture lost in its border. Choose {limit} or less.</source>
        <translation>O padding é {padding}; com mais de {limit}, a imagem se perderia no meio da borda. Escolha {limit} ou menos.</translation>
    </message>
    <message>
        <source>The kernel covers {kernel_height} × {kernel_width} cells but the padded picture has only {input_height} × {input_width}. Choose a smaller kernel or dilation, or more padding.</source>
        <translation>O kernel cobre {kernel_height} × {kernel_width} células, mas a imagem com padding só tem {input_height} × {input_width}. Escolha um kernel ou uma dilatação menor, ou mais padding.</translation>
    </message>
    <message>
        <source>The input has the shape {shape}; it must be channels × rows × columns, each at least 1.</source>
        <translation>A entrada tem o formato {shape}; ele deve ser canais × linhas × colunas, cada um pelo menos 1.</translation>
    </message>
    <message>
        <source>The kernels have the shape {shape}; they must be output channels × input channels × rows × columns, each at least 1.</source>
        <translation>Os kernels têm o formato {shape}; ele deve ser canais de saída × canais de entrada × linhas × colunas, cada um pelo menos 1.</translation>
    </message>
    <message>
        <source>The kernel has {height} × {width} cells but the settings say {spec_height} × {spec_width}. Give both the same size.</source>
        <translation>O kernel tem {height} × {width} células, mas os ajustes dizem {spec_height} × {spec_width}. Use o mesmo tamanho nos dois.</translation>
    </message>
    <message>
        <source>The kernel is made for {kernel_channels} channels but the picture has {input_channels}. Choose a kernel or a picture with as many channels as the other.</source>
        <translation>Número de canais do kernel: {kernel_channels}; da imagem: {input_channels}. Escolha um kernel e uma imagem com o mesmo número de canais.</translation>
    </message>
    <message>
        <source>The biases have the shape {biases} but there are {outputs} kernels. Give one bias for each kernel.</source>
        <translation>Os vieses têm o formato {biases}, mas o número de kernels é {outputs}. Informe um viés para cada kernel.</translation>
    </message>
    <message>
        <source>{channels} × {height} × {width} cells are more than the {limit} million that fit. Choose less padding, fewer kernels or a smaller picture.</source>
        <translation>{channels} × {height} × {width} células são mais do que os {limit} milhões que cabem. Escolha menos padding, menos kernels ou uma imagem menor.</translation>
    </message>
    <message>
        <source>The sums go beyond 3 × 10^38, the largest number that is kept. Choose smaller numbers in the kernel.</source>
        <translation>As somas passam de 3 × 10^38, o maior número que o programa guarda. Escolha números menores no kernel.</translation>
    </message>
    <message>
        <source>There is no output cell in row {row}, column {col}: the output has {height} × {width} cells, counted from 0.</source>
        <translation>Não existe célula de saída na linha {row}, coluna {col}: a saída tem {height} × {width} células, contadas a partir de 0.</translation>
    </message>
    <message>
        <source>There is no output channel {channel}: there are {outputs}, counted from 0.</source>
        <translation>Não existe o canal de saída {channel}: o número de canais é {outputs}, contados a partir de 0.</translation>
    </message>
    <message>
        <source>There is no step {position}: the walk has {steps}, counted from 0.</source>
        <translation>Não existe o passo {position}: o número de passos do percurso é {steps}, contados a partir de 0.</translation>
    </message>
    <message>
        <source>There is no kernel called {name}. Choose one of: {names}.</source>
        <translation>Não existe um kernel chamado {name}. Escolha um destes: {names}.</translation>
    </message>
    <message>
        <source>The kernel cannot be read at line {line}, column {column}. Write its rows in brackets, for example [[1, 0], [0, -1]].</source>
        <translation>Não foi possível ler o kernel na linha {line}, coluna {column} do texto. Escreva as linhas dele entre colchetes, por exemplo [[1, 0], [0, -1]].</translation>
    </message>
    <message>
        <source>The kernel holds {value}, which is not a number. Write its rows in brackets, for example [[1, 0], [0, -1]].</source>
        <translation>O kernel contém {value}, que não é um número. Escreva as linhas dele entre colchetes, por exemplo [[1, 0], [0, -1]].</translation>
    </message>
    <message>
        <source>The rows of the kernel are not equally long: {shapes}. Give each row the same count of numbers.</source>
        <translation>As linhas do kernel têm comprimentos diferentes: {shapes}. Ponha a mesma quantidade de números em cada linha.</translation>
    </message>
    <message>
        <source>The kernel is empty. Give it at least one row with one number.</source>
        <translation>O kernel está vazio. Ponha nele pelo menos uma linha com um número.</translation>
    </message>
    <message>
        <source>The kernel is {axes} brackets deep; it must be 2 (rows), 3 (channels of rows) or 4 (several such kernels). One row is written [[1, 0, -1]].</source>
        <translation>O número de níveis de colchetes do kernel é {axes}; deve ser 2 (linhas), 3 (canais com linhas) ou 4 (vários kernels assim). Uma só linha se escreve [[1, 0, -1]].</translation>
    </message>
    <message>
        <source>The kernel holds a number that is infinite or too large. Use numbers below 10^38.</source>
        <translation>O kernel contém um número infinito ou grande demais. Use números menores que 10^38.</translation>
    </message>
    <message>
        <source>There is no pooling called {kind}. Choose one of: {kinds}.</source>
        <translation>Não existe um pooling chamado {kind}. Escolha um destes: {kinds}.</translation>
    </message>
    <message>
        <source>A pooling window needs at least 1 row and 1 column; this one has {height} × {width}. Choose a size of 1 or more.</source>
        <translation>Uma janela de pooling precisa de pelo menos 1 linha e 1 coluna; esta tem {height} × {width}. Escolha um tamanho de 1 ou mais.</translation>
    </message>
    <message>
        <source>The padding of {rows} rows and {cols} columns is more than half of the {height} × {width} window, which could then miss the picture. Choose at most {most_rows} rows and {most_cols} columns, or a larger window.</source>
        <translation>O padding (linhas: {rows}, colunas: {cols}) passa da metade da janela de {height} × {width}, que poderia ficar toda fora da imagem. Escolha no máximo {most_rows} para as linhas e {most_cols} para as colunas, ou uma janela maior.</translation>
    </message>
    <message>
        <source>The window covers {height} × {width} cells but the padded picture has only {input_height} × {input_width}. Choose a smaller window, or more padding.</source>
        <translation>A janela cobre {height} × {width} células, mas a imagem com padding só tem {input_height} × {input_width}. Escolha uma janela menor, ou mais padding.</translation>
    </message>
    <message>
        <source>Global pooling takes the whole picture at once and never moves. Leave out stride and padding, or choose a size.</source>
        <translation>O pooling global pega a imagem inteira de uma vez e nunca se move. Deixe de fora o stride e o padding, ou escolha um tamanho.</translation>
    </message>
    <message>
        <source>There is no input channel {channel}: there are {channels}, counted from 0.</source>
        <translation>Não existe o canal de entrada {channel}: o número de canais é {channels}, contados a partir de 0.</translation>
    </message>
    <message>
        <source>There is no input cell in row {row}, column {col}: the input has {height} × {width} cells, counted from 0.</source>
        <translation>Não existe célula de entrada na linha {row}, coluna {col}: a entrada tem {height} × {width} células, contadas a partir de 0.</translation>
    </message>
    <message>
        <source>There is no activation called {name}. Choose one of: {names}.</source>
        <translation>Não existe uma ativação chamada {name}. Escolha uma destas: {names}.</translation>
    </message>
    <message>
        <source>The slope for negative numbers is {slope}; it must be a finite number. Try 0.01.</source>
        <translation>A inclinação para números negativos é {slope}; ela deve ser um número finito. Tente 0,01.</translation>
    </message>
    <message>
        <source>The kernel has {kernel} numbers but the padded signal has only {signal}. Choose a shorter kernel, or the padding same or full.</source>
        <translation>O kernel tem {kernel} números, mas o sinal com padding só tem {signal}. Escolha um kernel mais curto, ou o padding same ou full.</translation>
    </message>
    <message>
        <source>Signal and kernel must be one row of numbers each; one of them has the shape {shape}. Write it as in [0, 1, 0.5].</source>
        <translation>O sinal e o kernel devem ser, cada um, uma só linha de números; um deles tem o formato {shape}. Escreva-o assim: [0, 1, 0.5].</translation>
    </message>
    <message>
        <source>The row of numbers cannot be read at line {line}, column {column}. Write it in brackets, for example [0, 1, 0.5].</source>
        <translation>Não foi possível ler a linha de números na linha {line}, coluna {column} do texto. Escreva-a entre colchetes, por exemplo [0, 1, 0.5].</translation>
    </message>
    <message>
        <source>A row of numbers was expected, and here is {value}. Write it in brackets, for example [0, 1, 0.5].</source>
        <translation>Era esperada uma linha de números, mas aqui está {value}. Escreva-a entre colchetes, por exemplo [0, 1, 0.5].</translation>
    </message>
    <message>
        <source>The row of numbers is empty. Give it at least one.</source>
        <translation>A linha de números está vazia. Ponha nela pelo menos um número.</translation>
    </message>
    <message>
        <source>The row of numbers holds one that is infinite or too large. Use numbers below 10^100.</source>
        <translation>A linha de números contém um número infinito ou grande demais. Use números menores que 10^100.</translation>
    </message>
    <message>
        <source>There is no padding mode called {mode}. Choose one of: {modes}.</source>
        <translation>Não existe um modo de padding chamado {mode}. Escolha um destes: {modes}.</translation>
    </message>
    <message>
        <source>A picture of {height} × {width} can be reflected into at most {most_rows} rows and {most_cols} columns of padding; here are {rows} and {cols}. Choose less padding, or the mode replicate.</source>
        <translation>Por reflexão, uma imagem de {height} × {width} dá padding de no máximo {most_rows} nas linhas e {most_cols} nas colunas; aqui são {rows} e {cols}. Escolha menos padding ou o modo replicate.</translation>
    </message>
    <message>
        <source>A picture of {height} × {width} that goes round gives at most {most_rows} rows and {most_cols} columns of padding; here are {rows} and {cols}. Choose less padding, or the mode replicate.</source>
        <translation>Repetida em círculo, uma imagem de {height} × {width} dá padding de no máximo {most_rows} nas linhas e {most_cols} nas colunas; aqui são {rows} e {cols}. Escolha menos padding ou o modo replicate.</translation>
    </message>
    <message>
        <source>{groups} groups cannot share the channels. Choose 1 or more.</source>
        <translation>O número de grupos é {groups}; assim não há como dividir os canais. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>{groups} groups need channels that divide evenly; there are {channels} input channels and {outputs} kernels. Choose a number of groups that divides both.</source>
        <translation>Não dá para dividir os canais em grupos iguais: grupos: {groups}, canais de entrada: {channels}, kernels: {outputs}. Escolha um número de grupos que divida os dois.</translation>
    </message>
    <message>
        <source>The kernels have the shape {shape}; for a transposed convolution they must be input channels × output channels of a group × rows × columns, each at least 1.</source>
        <translation>Os kernels têm o formato {shape}; em uma convolução transposta ele deve ser canais de entrada × canais de saída de um grupo × linhas × colunas, cada um pelo menos 1.</translation>
    </message>
    <message>
        <source>The output padding is {output_padding}; nothing can be added less than 0 times. Choose 0 or more.</source>
        <translation>O padding de saída é {output_padding}; ele não pode ser negativo. Escolha 0 ou mais.</translation>
    </message>
    <message>
        <source>The output padding is {output_padding}, with stride {stride} and dilation {dilation}; it must be smaller than one of them. Choose {most} or less, or a larger stride.</source>
        <translation>O padding de saída é {output_padding}, com stride {stride} e dilatação {dilation}; ele deve ser menor que um dos dois. Escolha {most} ou menos, ou um stride maior.</translation>
    </message>
    <message>
        <source>Output padding belongs to a transposed convolution. Make it transposed, or leave the output padding out.</source>
        <translation>O padding de saída só existe na convolução transposta. Torne-a transposta ou deixe de fora o padding de saída.</translation>
    </message>
    <message>
        <source>The padding of a transposed convolution cuts off as much on opposite sides; {padding} does not say how much. Give one number, or two: rows and columns.</source>
        <translation>O padding de uma convolução transposta corta o mesmo tanto em lados opostos; {padding} não diz quanto. Informe um número, ou dois: linhas e colunas.</translation>
    </message>
    <message>
        <source>A transposed convolution adds no cells around the picture, so the padding mode {mode} says nothing. Leave it out.</source>
        <translation>Uma convolução transposta não acrescenta células em volta da imagem; por isso, o modo de padding {mode} não tem efeito. Deixe-o de fora.</translation>
    </message>
    <message>
        <source>The transposed convolution makes {rows} × {cols} cells, and a padding of {padding_rows}, {padding_cols} cuts off that many on each side: nothing is left. Choose less padding.</source>
        <translation>A convolução transposta produz {rows} × {cols} células, e o padding corta de cada lado {padding_rows} nas linhas e {padding_cols} nas colunas: não sobra nada. Escolha menos padding.</translation>
    </message>
    <message>
        <source>There is no file {file}. Check the name and the folder.</source>
        <translation>O arquivo {file} não existe. Confira o nome e a pasta.</translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a file in it.</source>
        <translation>{file} é uma pasta. Escolha um arquivo dentro dela.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check that you may open it.</source>
        <translation>Não foi possível ler {file}: {reason}. Verifique se você tem permissão para abri-lo.</translation>
    </message>
    <message>
        <source>{file} has {megabytes} MB; at most {limit} MB can be opened. Choose a smaller file.</source>
        <translation>{file} tem {megabytes} MB; é possível abrir no máximo {limit} MB. Escolha um arquivo menor.</translation>
    </message>
    <message>
        <source>{file} is empty: it holds no picture. Choose another file.</source>
        <translation>{file} está vazio: não contém nenhuma imagem. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>There is no folder {folder} to write {file} into. Create it or choose another.</source>
        <translation>A pasta {folder}, onde {file} seria gravado, não existe. Crie-a ou escolha outra.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Choose another place.</source>
        <translation>Não foi possível gravar {file}: {reason}. Escolha outro lugar.</translation>
    </message>
    <message>
        <source>A PNG file holds 1 or 3 channels but the result has {outputs}. Write it as .npy or .csv.</source>
        <translation>Um arquivo PNG guarda 1 ou 3 canais, mas o resultado tem {outputs}. Grave-o como .npy ou .csv.</translation>
    </message>
    <message>
        <source>{file} is not a picture that can be read. Choose a PNG, JPEG, BMP, GIF, WebP or TIFF file.</source>
        <translation>{file} não é uma imagem que se possa ler. Escolha um arquivo PNG, JPEG, BMP, GIF, WebP ou TIFF.</translation>
    </message>
    <message>
        <source>{file} begins as a picture but is damaged or cut short. Choose another file or save it again.</source>
        <translation>{file} começa como uma imagem, mas está danificado ou incompleto. Escolha outro arquivo ou salve-o de novo.</translation>
    </message>
    <message>
        <source>{file} has {width} × {height} pixels, {megapixels} million; at most {limit} million can be opened. Reduce the picture first.</source>
        <translation>{file} tem {width} × {height} pixels, ou seja, {megapixels} milhões; é possível abrir no máximo {limit} milhões. Reduza a imagem antes.</translation>
    </message>
    <message>
        <source>There is no sample picture called {name}. Choose one of: {names}.</source>
        <translation>Não existe uma imagem de exemplo chamada {name}. Escolha uma destas: {names}.</translation>
    </message>
    <message>
        <source>There is no ink to read. Draw a digit, or open a picture in which a digit stands out from the paper.</source>
        <translation>Não há tinta para ler. Desenhe um dígito ou abra uma imagem em que um dígito se destaque do papel.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file: it begins with {found}, where IDX files have two zero bytes, a known type and at least 1 dimension. Choose another file.</source>
        <translation>{file} não é um arquivo IDX: começa com {found}, mas um arquivo IDX começa com dois bytes zero, um tipo conhecido e pelo menos 1 dimensão. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{file} is cut short: its header promises {expected} bytes and there are {found}. Download or copy it again.</source>
        <translation>{file} está incompleto: o cabeçalho promete {expected} bytes, mas há {found}. Baixe-o ou copie-o de novo.</translation>
    </message>
    <message>
        <source>{file} is longer than its header says: {expected} bytes are promised and more follow. Download or copy it again.</source>
        <translation>{file} é mais longo do que o cabeçalho diz: são prometidos {expected} bytes, mas há mais. Baixe-o ou copie-o de novo.</translation>
    </message>
    <message>
        <source>The header of {file} promises {expected} bytes; at most {limit} can be read. The file is probably damaged.</source>
        <translation>O cabeçalho de {file} promete {expected} bytes; é possível ler no máximo {limit}. O arquivo provavelmente está danificado.</translation>
    </message>
    <message>
        <source>{file} cannot be unpacked: {reason}. Download or copy it again.</source>
        <translation>Não foi possível descompactar {file}: {reason}. Baixe-o ou copie-o de novo.</translation>
    </message>
    <message>
        <source>{file} holds {found} where {expected} were expected. Check that pictures and labels were not exchanged.</source>
        <translation>{file} contém {found}, mas o esperado era {expected}. Verifique se as imagens e os rótulos não foram trocados.</translation>
    </message>
    <message>
        <source>The data set {name} was not found. Looked in: {places}. Put its four IDX files there, download MNIST, or use the built-in digits, which need no files.</source>
        <translation>O conjunto de dados {name} não foi encontrado. Lugares procurados: {places}. Ponha ali os quatro arquivos IDX dele, baixe o MNIST ou use os dígitos embutidos, que não precisam de arquivos.</translation>
    </message>
    <message>
        <source>{file} is not MNIST as it was published: its MD5 is {found}, not {expected}. Download it again, or give its folder by path if it is data of your own.</source>
        <translation>{file} não é o MNIST como foi publicado: o MD5 dele é {found}, e não {expected}. Baixe-o de novo ou, se os dados forem seus, escolha a pasta deles.</translation>
    </message>
    <message>
        <source>{file} has MNIST&apos;s shape but not its published content (its MD5 is {found}): figures may differ a little from MNIST&apos;s.</source>
        <translation>{file} tem o formato do MNIST, mas não o conteúdo publicado (o MD5 dele é {found}): os resultados podem ser um pouco diferentes dos do MNIST.</translation>
    </message>
    <message>
        <source>The data set {name} has no pictures to train or to measure with. Choose another one.</source>
        <translation>O conjunto de dados {name} não tem imagens para treinar ou para validar. Escolha outro.</translation>
    </message>
    <message>
        <source>There are {pictures} pictures but {labels} labels; each picture needs one. Check that the files belong together.</source>
        <translation>Há {pictures} imagens e {labels} rótulos, mas cada imagem precisa de um rótulo. Verifique se os arquivos são do mesmo conjunto.</translation>
    </message>
    <message>
        <source>The pictures of {name} have {found} pixels; the network takes {height} × {width}. Choose another data set.</source>
        <translation>As imagens de {name} têm {found} pixels; a rede recebe {height} × {width}. Escolha outro conjunto de dados.</translation>
    </message>
    <message>
        <source>The labels of {name} go from {lowest} to {highest}; {title} has {classes} classes, from 0. Choose another data set.</source>
        <translation>Os rótulos de {name} vão de {lowest} a {highest}; a {title} tem {classes} classes, a partir de 0. Escolha outro conjunto de dados.</translation>
    </message>
    <message>
        <source>{file} could not be downloaded. {reasons}. Check the connection and try again, or use the built-in digits, which need no download.</source>
        <translation>Não foi possível baixar {file}. {reasons}. Verifique a conexão e tente de novo, ou use os dígitos embutidos, que dispensam download.</translation>
    </message>
    <message>
        <source>The download was cancelled; nothing was kept. Start it again when you like.</source>
        <translation>O download foi cancelado; nada foi guardado. Comece de novo quando quiser.</translation>
    </message>
    <message>
        <source>There is no network called {name}. Choose one of: {known}.</source>
        <translation>Não existe uma rede chamada {name}. Escolha uma destas: {known}.</translation>
    </message>
    <message>
        <source>The layer {layer} cannot take an input of shape {shape}. Put a flatten layer between maps and sums.</source>
        <translation>A camada {layer} não aceita uma entrada de formato {shape}. Ponha uma camada flatten entre os mapas e as somas.</translation>
    </message>
    <message>
        <source>{title} takes pictures of {height} × {width} bytes; this one is {found} of type {dtype}. Prepare the picture first.</source>
        <translation>A {title} recebe imagens de {height} × {width} bytes; esta tem {found}, do tipo {dtype}. Prepare a imagem antes.</translation>
    </message>
    <message>
        <source>{name} is not a weight file that can be read: {reason}. Choose a whole .safetensors file.</source>
        <translation>{name} não é um arquivo de pesos que se possa ler: {reason}. Escolha um arquivo .safetensors completo.</translation>
    </message>
    <message>
        <source>These weights are not for {title}: {parameter} should be {expected} and is {found}. Choose the file of this network.</source>
        <translation>Estes pesos não são da {title}: {parameter} deveria ser {expected}, mas é {found}. Escolha o arquivo desta rede.</translation>
    </message>
    <message>
        <source>The weights in {name} are damaged: {count} numbers of {parameter} are not finite. Choose another file or train again.</source>
        <translation>Os pesos em {name} estão danificados: {parameter} tem números não finitos ({count}). Escolha outro arquivo ou treine de novo.</translation>
    </message>
    <message>
        <source>The answer of {title} is not a number: its weights are too large to compute with. Choose another weight file or train again.</source>
        <translation>A resposta da {title} não é um número: os pesos dela são grandes demais para o cálculo. Escolha outro arquivo de pesos ou treine de novo.</translation>
    </message>
    <message>
        <source>{title} comes untrained. Train it first (cnnviz train {network} --data builtin --out FOLDER), then choose its weights.safetensors.</source>
        <translation>A {title} vem sem treinamento. Treine-a antes (cnnviz train {network} --data builtin --out PASTA) e depois escolha o weights.safetensors dela.</translation>
    </message>
    <message>
        <source>{epochs} epochs teach nothing. Choose 1 or more.</source>
        <translation>O número de épocas é {epochs}; assim a rede não aprende nada. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>A batch of {batch_size} pictures teaches nothing. Choose 1 or more.</source>
        <translation>O tamanho do lote é {batch_size}; assim a rede não aprende nada. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>The learning rate “{text}” is not a number. Type one above 0, for example 0.001 for Adam or 0.01 for SGD.</source>
        <translation>A taxa de aprendizado “{text}” não é um número. Digite um número maior que 0, por exemplo 0,001 para Adam ou 0,01 para SGD.</translation>
    </message>
    <message>
        <source>A batch of {batch_size} pictures needs more memory than many machines have. Choose {most} or fewer, for example 64.</source>
        <translation>Um lote de {batch_size} imagens exige mais memória do que muitos computadores têm. Escolha {most} ou menos, por exemplo 64.</translation>
    </message>
    <message>
        <source>The learning rate is {learning_rate}; it must be a number above 0. Try 0.001 for Adam or 0.01 for SGD.</source>
        <translation>A taxa de aprendizado é {learning_rate}; ela deve ser maior que 0. Tente 0,001 para Adam ou 0,01 para SGD.</translation>
    </message>
    <message>
        <source>The momentum is {momentum}; it goes from 0 up to but not including 1. Try 0.9.</source>
        <translation>O momentum é {momentum}; ele vai de 0 até quase 1, sem chegar a 1. Tente 0,9.</translation>
    </message>
    <message>
        <source>The seed is {seed}; choose a whole number, 0 or more.</source>
        <translation>A semente é {seed}; escolha um número inteiro, 0 ou mais.</translation>
    </message>
    <message>
        <source>The seed {seed} is too large. Choose a whole number below 2 to the 63rd.</source>
        <translation>A semente {seed} é grande demais. Escolha um número inteiro menor que 2 elevado a 63.</translation>
    </message>
    <message>
        <source>{threads} threads cannot compute. Choose 1 or more.</source>
        <translation>O número de threads é {threads}; assim não há como calcular. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>{threads} threads are more than any machine can use. Choose {limit} or less.</source>
        <translation>{threads} threads são mais do que qualquer computador consegue usar. Escolha {limit} ou menos.</translation>
    </message>
    <message>
        <source>A snapshot every {snapshot_every} batches is not possible. Choose 1 or more.</source>
        <translation>Não é possível guardar um instantâneo a cada {snapshot_every} lotes. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>This machine has no device {device} that torch can use; it has: {available}. Choose one of these, or auto.</source>
        <translation>Este computador não tem um dispositivo {device} que o torch possa usar; ele tem: {available}. Escolha um destes, ou auto.</translation>
    </message>
    <message>
        <source>Training ran away in epoch {epoch}, batch {batch}: the loss is no longer a finite number. The learning rate is {learning_rate}; try a tenth of it.</source>
        <translation>O treinamento divergiu na época {epoch}, lote {batch}: a perda deixou de ser um número finito. A taxa de aprendizado é {learning_rate}; tente um décimo dela.</translation>
    </message>
    <message>
        <source>The memory of the device {device} is full with batches of {batch_size} pictures. Choose a smaller batch size.</source>
        <translation>A memória do dispositivo {device} não basta para lotes de {batch_size} imagens. Escolha um lote menor.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em toda parte</translation>
    </message>
</context>
<context>
    <name>SizeCard</name>
    <message>
        <source>Choose or draw a picture to see the size of its output.</source>
        <translation>Escolha ou desenhe uma imagem para ver o tamanho da saída.</translation>
    </message>
    <message>
        <source>Output height and width:</source>
        <translation>Altura e largura da saída:</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Altura:</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Largura:</translation>
    </message>
    <message>
        <source>Rows never reached: {rows}; columns: {columns}</source>
        <translation>Nunca alcançadas: linhas: {rows}, colunas: {columns}</translation>
    </message>
    <message>
        <source>n picture, k kernel, p padding</source>
        <translation>n imagem, k kernel, p padding</translation>
    </message>
    <message>
        <source>d dilation, s stride</source>
        <translation>d dilatação, s stride</translation>
    </message>
    <message>
        <source>Kernel {size}</source>
        <translation>Kernel {size}</translation>
    </message>
    <message>
        <source>Stride {size}</source>
        <translation>Stride {size}</translation>
    </message>
    <message>
        <source>Padding {size}</source>
        <translation>Padding {size}</translation>
    </message>
    <message>
        <source>Dilation {size}</source>
        <translation>Dilatação {size}</translation>
    </message>
    <message>
        <source>Mend the setting</source>
        <translation>Corrigir o ajuste</translation>
    </message>
    <message>
        <source>Set this, so that the kernel fits</source>
        <translation>Usa este valor, para que o kernel caiba</translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Samples</source>
        <translation>Exemplos</translation>
    </message>
    <message>
        <source>Choose one of our pictures</source>
        <translation>Escolhe uma das nossas imagens</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Abre uma imagem</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Wipe the pad</source>
        <translation>Limpa a folha</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>{grid}, row {row}, column {column}: {value}</source>
        <translation>{grid}, linha {row}, coluna {column}: {value}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>padding: 0</source>
        <translation>padding: 0</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>× Kernel</source>
        <translation>× Kernel</translation>
    </message>
    <message>
        <source>= Products</source>
        <translation>= Produtos</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Click or drag to move the window. Wheel zooms.</source>
        <translation>Clique ou arraste para mover a janela. A roda do mouse dá zoom.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Click a cell to see its sum. Wheel zooms.</source>
        <translation>Clique em uma célula para ver a soma dela. A roda do mouse dá zoom.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>grey</source>
        <translation>tons de cinza</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>colorida</translation>
    </message>
    <message>
        <source>{title}: {height} × {width}, {depth}</source>
        <translation>{title}: {height} × {width}, {depth}</translation>
    </message>
    <message>
        <source>made smaller from {rows} × {columns}</source>
        <translation>reduzida de {rows} × {columns}</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>MNIST is here. Press Start to learn from it.</source>
        <translation>O MNIST chegou. Clique em Iniciar para treinar com ele.</translation>
    </message>
    <message>
        <source>MNIST could not be downloaded: no server that has it could be reached, or none sent the right files. Check the connection and try again, or go on without MNIST.</source>
        <translation>Não foi possível baixar o MNIST: nenhum servidor que o tem respondeu, ou nenhum enviou os arquivos certos. Verifique a conexão e tente de novo, ou continue sem o MNIST.</translation>
    </message>
    <message>
        <source>Giving up the download…</source>
        <translation>Cancelando o download…</translation>
    </message>
    <message>
        <source>Asking for MNIST…</source>
        <translation>Pedindo o MNIST…</translation>
    </message>
    <message>
        <source>Downloading MNIST: {done} of {total} MB</source>
        <translation>Baixando o MNIST: {done} de {total} MB</translation>
    </message>
    <message>
        <source>Use built-in digits</source>
        <translation>Usar dígitos embutidos</translation>
    </message>
    <message>
        <source>Digits that cnnviz draws by itself: nothing to download</source>
        <translation>Dígitos que o próprio cnnviz desenha: nada para baixar</translation>
    </message>
    <message>
        <source>Download &amp;MNIST (11 MB)</source>
        <translation>Baixar o &amp;MNIST (11 MB)</translation>
    </message>
    <message>
        <source>Download MNIST</source>
        <translation>Baixar o MNIST</translation>
    </message>
    <message>
        <source>&amp;Use built-in digits</source>
        <translation>Usar dígitos em&amp;butidos</translation>
    </message>
    <message>
        <source>Fetch 70,000 handwritten digits from the internet, once</source>
        <translation>Baixa da internet 70.000 dígitos manuscritos, uma única vez</translation>
    </message>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>Es&amp;colher pasta…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Escolher pasta</translation>
    </message>
    <message>
        <source>A folder with the four MNIST files, plain or .gz</source>
        <translation>Uma pasta com os quatro arquivos do MNIST, descompactados ou .gz</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Fechar esta mensagem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Cancelar o download</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Progresso do treinamento</translation>
    </message>
</context>
<context>
    <name>SumRow</name>
    <message>
        <source>Row {row}, column {column}</source>
        <translation>Linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>bias {bias} included</source>
        <translation>viés {bias} incluído</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>A soma</translation>
    </message>
    <message>
        <source>Total of the sum</source>
        <translation>Total da soma</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>{title}: open, paste or draw another picture</source>
        <translation>{title}: abra, cole ou desenhe outra imagem</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline: go back to any moment of the run</source>
        <translation>Linha do tempo: volte a qualquer momento do treinamento</translation>
    </message>
    <message>
        <source>Before the first batch: random weights</source>
        <translation>Antes do primeiro lote: pesos aleatórios</translation>
    </message>
    <message>
        <source>After batch {batch}, the newest</source>
        <translation>Após o lote {batch}, o mais recente</translation>
    </message>
    <message>
        <source>Back at batch {batch}</source>
        <translation>De volta ao lote {batch}</translation>
    </message>
    <message>
        <source>Timeline of the run</source>
        <translation>Linha do tempo do treinamento</translation>
    </message>
    <message>
        <source>Look at the network at an earlier batch</source>
        <translation>Mostra a rede em um lote anterior</translation>
    </message>
    <message>
        <source>Ne&amp;west</source>
        <translation>Mais rece&amp;nte</translation>
    </message>
    <message>
        <source>Newest snapshot</source>
        <translation>Instantâneo mais recente</translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation>Volta a acompanhar o treinamento</translation>
    </message>
</context>
<context>
    <name>TrainActions</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Rest after the batch at hand</source>
        <translation>Faz uma pausa após o lote atual</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on from this batch</source>
        <translation>Continua a partir deste lote</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Begin a run with this recipe</source>
        <translation>Começa um treinamento com esta receita</translation>
    </message>
    <message>
        <source>Learn from one batch, then rest</source>
        <translation>Aprende com um lote e faz uma pausa</translation>
    </message>
    <message>
        <source>Single step</source>
        <translation>Um só passo</translation>
    </message>
    <message>
        <source>End the run and keep what was learned</source>
        <translation>Encerra o treinamento e guarda o que foi aprendido</translation>
    </message>
    <message>
        <source>There is no run to stop.</source>
        <translation>Não há treinamento para parar.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Train first: start a run, then pause it or let it finish.</source>
        <translation>Treine antes: inicie um treinamento e pause-o ou deixe-o terminar.</translation>
    </message>
    <message>
        <source>Classify your drawings with the network trained here</source>
        <translation>Classifica seus desenhos com a rede treinada aqui</translation>
    </message>
    <message>
        <source>Use on Draw page</source>
        <translation>Usar em Desenhar</translation>
    </message>
    <message>
        <source>Write the trained weights to a safetensors file</source>
        <translation>Grava os pesos treinados em um arquivo safetensors</translation>
    </message>
    <message>
        <source>The weights are being written.</source>
        <translation>Os pesos estão sendo gravados.</translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation>Salvar pesos…</translation>
    </message>
    <message>
        <source>The run is stopping.</source>
        <translation>O treinamento está parando.</translation>
    </message>
    <message>
        <source>The run is being prepared.</source>
        <translation>O treinamento está sendo preparado.</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Choose a folder with the four MNIST files</source>
        <translation>Escolha uma pasta com os quatro arquivos do MNIST</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>Salvar pesos</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Pesos (*.safetensors)</translation>
    </message>
    <message>
        <source>The Draw page now uses this network as of batch {batch}.</source>
        <translation>A página Desenhar agora usa esta rede como estava no lote {batch}.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} foi salvo.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Speed of playing: {rate}</source>
        <translation>Velocidade da reprodução: {rate}</translation>
    </message>
    <message>
        <source>{position} of {steps}</source>
        <translation>{position} de {steps}</translation>
    </message>
    <message>
        <source>1 step in {seconds} s</source>
        <translation>1 passo em {seconds} s</translation>
    </message>
    <message>
        <source>{steps} steps/s</source>
        <translation>{steps} passos/s</translation>
    </message>
    <message>
        <source>Position of the window</source>
        <translation>Posição da janela</translation>
    </message>
    <message>
        <source>Drag to move the window along its way</source>
        <translation>Arraste para mover a janela pelo percurso</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Velocidade da reprodução</translation>
    </message>
</context>
<context>
    <name>WalkPresenter</name>
    <message>
        <source>Choose kernel</source>
        <translation>Escolher kernel</translation>
    </message>
    <message>
        <source>Change kernel number</source>
        <translation>Alterar número do kernel</translation>
    </message>
    <message>
        <source>Change kernel size</source>
        <translation>Alterar tamanho do kernel</translation>
    </message>
    <message>
        <source>Change stride</source>
        <translation>Alterar stride</translation>
    </message>
    <message>
        <source>Change padding</source>
        <translation>Alterar padding</translation>
    </message>
    <message>
        <source>Change dilation</source>
        <translation>Alterar dilatação</translation>
    </message>
    <message>
        <source>Flip kernel</source>
        <translation>Girar kernel</translation>
    </message>
    <message>
        <source>Change bias</source>
        <translation>Alterar viés</translation>
    </message>
    <message>
        <source>Mend settings</source>
        <translation>Corrigir ajustes</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Desfazer: {step}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>&amp;Refazer: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refazer</translation>
    </message>
    <message>
        <source>&amp;Open picture…</source>
        <translation>&amp;Abrir imagem…</translation>
    </message>
    <message>
        <source>Open a picture file and use it on every page</source>
        <translation>Abre um arquivo de imagem e o usa em todas as páginas</translation>
    </message>
    <message>
        <source>&amp;New drawing</source>
        <translation>&amp;Novo desenho</translation>
    </message>
    <message>
        <source>Begin an empty drawing</source>
        <translation>Começa um desenho em branco</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copiar imagem</translation>
    </message>
    <message>
        <source>Copy the picture for other programs</source>
        <translation>Copia a imagem para outros programas</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>C&amp;olar imagem</translation>
    </message>
    <message>
        <source>Use the copied picture or picture file</source>
        <translation>Usa a imagem ou o arquivo de imagem copiado</translation>
    </message>
    <message>
        <source>Use this sample picture</source>
        <translation>Usa esta imagem de exemplo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fecha o programa</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Desfaz a última ação</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>Refaz a ação</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Tela &amp;cheia</translation>
    </message>
    <message>
        <source>Use the whole screen, or come back from it</source>
        <translation>Usa a tela inteira ou sai dela</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Menos &amp;movimento</translation>
    </message>
    <message>
        <source>Let things jump to their places instead of gliding</source>
        <translation>Faz as coisas saltarem para seus lugares, em vez de deslizarem</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Restaurar layout</translation>
    </message>
    <message>
        <source>Put the window and its parts back to their first sizes</source>
        <translation>Devolve à janela e às suas partes os tamanhos iniciais</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atalhos do teclado</translation>
    </message>
    <message>
        <source>List every key that does something</source>
        <translation>Lista todas as teclas que fazem algo</translation>
    </message>
    <message>
        <source>&amp;About cnnviz</source>
        <translation>&amp;Sobre o cnnviz</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versões e licença</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como no &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Escuro</translation>
    </message>
    <message>
        <source>Show the page {page}</source>
        <translation>Mostra a página {page}</translation>
    </message>
</context>
</TS>
