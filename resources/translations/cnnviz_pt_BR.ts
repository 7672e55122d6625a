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
        <source>Copy versions</source>
        <translation>Copiar versões</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>&amp;Copiar versões</translation>
    </message>
    <message>
        <source>Copy the version numbers for a bug report</source>
        <translation>Copiar os números de versão, para relatar um erro</translation>
    </message>
    <message>
        <source>The digits of MNIST come with it: by Yann LeCun and Corinna Cortes, made from data of NIST, under the Creative Commons licence Attribution-ShareAlike 3.0.</source>
        <translation>Os dígitos do MNIST vêm com o programa: são de Yann LeCun e Corinna Cortes, feitos a partir de dados do NIST, sob a licença Creative Commons Atribuição-CompartilhaIgual 3.0.</translation>
    </message>
</context>
<context>
    <name>AfterTab</name>
    <message>
        <source>Choose a picture to see its point on the curve.</source>
        <translation>Escolha uma imagem para ver o ponto dela na curva.</translation>
    </message>
    <message>
        <source>Slope at the point: 0. A small change of the sum changes nothing in the output; here a network would learn nothing.</source>
        <translation>Inclinação no ponto: 0. Uma pequena mudança na soma não muda nada na saída; aqui uma rede não aprenderia nada.</translation>
    </message>
    <message>
        <source>Slope at the point: 0. A small change of the pooled number changes nothing in the output; here a network would learn nothing.</source>
        <translation>Inclinação no ponto: 0. Uma pequena mudança no número do pooling não muda nada na saída; aqui uma rede não aprenderia nada.</translation>
    </message>
    <message>
        <source>Slope at the point: 1. Whatever the pooled number gains, the output gains too.</source>
        <translation>Inclinação no ponto: 1. Quanto o número do pooling aumentar, tanto aumenta a saída.</translation>
    </message>
    <message>
        <source>Slope at the point: {slope}. When the pooled number gains a little, the output gains {slope} times as much.</source>
        <translation>Inclinação no ponto: {slope}. Quando o número do pooling aumenta um pouco, a saída aumenta {slope} vezes esse tanto.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>All output channels at this cell:</source>
        <translation>Todos os canais de saída nesta célula:</translation>
    </message>
    <message>
        <source>pooled number</source>
        <translation>número do pooling</translation>
    </message>
    <message>
        <source>sum and bias</source>
        <translation>soma e viés</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>Added to every sum</source>
        <translation>Número acrescentado a cada soma</translation>
    </message>
    <message>
        <source>Curve of the activation</source>
        <translation>Curva da ativação</translation>
    </message>
    <message>
        <source>Across: the sum with its bias. Up: what becomes of it</source>
        <translation>Na horizontal, a soma com o viés; na vertical, o que sai dela</translation>
    </message>
    <message>
        <source>Number of the channel, its sum, and its share of 1</source>
        <translation>Número do canal, a soma dele e a sua parte de 1</translation>
    </message>
    <message>
        <source>Softmax of the output channels</source>
        <translation>Softmax dos canais de saída</translation>
    </message>
    <message>
        <source>Slope at the point: 1. If the sum grows by 1, the output grows by 1.</source>
        <translation>Inclinação no ponto: 1. Se a soma aumenta 1, a saída também aumenta 1.</translation>
    </message>
    <message>
        <source>Slope at the point: {slope}. If the sum grows a little, the output changes {slope} times as much.</source>
        <translation>Inclinação no ponto: {slope}. Se a soma aumenta um pouco, a saída muda {slope} vezes essa quantidade.</translation>
    </message>
    <message>
        <source>Softmax compares the output channels of a cell. With only one channel, the result is always 1. Add kernels on the Kernel tab.</source>
        <translation>O softmax compara os canais de saída de uma célula. Com um só canal, o resultado é sempre 1. Aumente o número de kernels na aba Kernel.</translation>
    </message>
    <message>
        <source>Softmax compares the channels of a cell. With only one channel, the result is always 1. Use a colour picture, which has three.</source>
        <translation>O softmax compara os canais de uma célula. Com um só canal, o resultado é sempre 1. Use uma imagem colorida, que tem três.</translation>
    </message>
    <message>
        <source>Softmax compares the output channels of a position. A signal has only one, so the result is always 1.</source>
        <translation>O softmax compara os canais de saída de uma posição. Um sinal tem um só canal, e com ele o resultado é sempre 1.</translation>
    </message>
    <message>
        <source>No output yet, so there is no point on the curve.</source>
        <translation>Ainda não há saída; por isso, a curva não tem ponto.</translation>
    </message>
</context>
<context>
    <name>AlgorithmPanel</name>
    <message>
        <source>The loops are copied.</source>
        <translation>Os laços foram copiados.</translation>
    </message>
    <message>
        <source>The loops in Python</source>
        <translation>Os laços em Python</translation>
    </message>
    <message>
        <source>The same in PyTorch, with {library} as {name}:</source>
        <translation>O mesmo em PyTorch, com {library} como {name}:</translation>
    </message>
    <message>
        <source>In PyTorch, {name} = {library}:</source>
        <translation>Em PyTorch, {name} = {library}:</translation>
    </message>
    <message>
        <source>The line of PyTorch</source>
        <translation>A linha de PyTorch</translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation>Copiar:</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>Laços</translation>
    </message>
    <message>
        <source>Copy the loops</source>
        <translation>Copiar os laços</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Copy PyTorch line</source>
        <translation>Copiar a linha de PyTorch</translation>
    </message>
    <message>
        <source>Copy a program that prints the numbers on the screen</source>
        <translation>Copiar um programa que imprime os números da tela</translation>
    </message>
    <message>
        <source>PyTorch line copied.</source>
        <translation>Linha de PyTorch copiada.</translation>
    </message>
    <message>
        <source>Program copied. Paste it into a file and run it.</source>
        <translation>Programa copiado. Cole-o em um arquivo e execute-o.</translation>
    </message>
    <message>
        <source>Choose or draw a picture to see its loops here.</source>
        <translation>Escolha ou desenhe uma imagem para ver os laços aqui.</translation>
    </message>
    <message>
        <source>The loops in Python; the current line is highlighted</source>
        <translation>Os laços em Python; a linha atual está destacada</translation>
    </message>
    <message>
        <source>Full program</source>
        <translation>Programa completo</translation>
    </message>
    <message>
        <source>Copy the full program</source>
        <translation>Copiar o programa completo</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>{frames} {frames|frame|frames}, {seconds} s</source>
        <translation>{frames} {frames|quadro|quadros}, {seconds} s</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>Salvar animação</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>convolucao</translation>
    </message>
    <message>
        <source>Frame {done} of {total}</source>
        <translation>Quadro {done} de {total}</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>tempo restante: {seconds} s</translation>
    </message>
    <message>
        <source>Saved: {path} ({megabytes} MB)</source>
        <translation>Salvo: {path} ({megabytes} MB)</translation>
    </message>
    <message>
        <source>Cancelled; nothing was saved.</source>
        <translation>Cancelado; nada foi salvo.</translation>
    </message>
    <message>
        <source>A frame of the animation</source>
        <translation>Um quadro da animação</translation>
    </message>
    <message>
        <source>Progress of the animation</source>
        <translation>Progresso da animação</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Choose a file and save the animation in it</source>
        <translation>Escolher um arquivo e gravar a animação nele</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop and discard this animation</source>
        <translation>Parar e descartar esta animação</translation>
    </message>
</context>
<context>
    <name>AnimationFields</name>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
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
        <source>This row</source>
        <translation>Esta linha</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Width of the animation</source>
        <translation>Largura da animação</translation>
    </message>
    <message>
        <source>What is shown of large grids</source>
        <translation>O que se mostra de grades grandes</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Formato do arquivo</translation>
    </message>
    <message>
        <source>{width} pixels</source>
        <translation>{width} pixels</translation>
    </message>
    <message>
        <source>Whole grids</source>
        <translation>Grades inteiras</translation>
    </message>
    <message>
        <source>Near the window, with numbers</source>
        <translation>Perto da janela, com números</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>Passos por segundo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>How long each step is shown; 2 per second is easy to follow</source>
        <translation>Quanto tempo cada passo aparece; 2 por segundo é fácil de acompanhar</translation>
    </message>
    <message>
        <source>The steps of the current output row</source>
        <translation>Os passos da linha de saída atual</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Todos os passos</translation>
    </message>
    <message>
        <source>Automatic: whole grids if they fit, else near the window</source>
        <translation>Automático: grades inteiras se couberem; se não, perto da janela</translation>
    </message>
</context>
<context>
    <name>AnimationLabels</name>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>True convolution</source>
        <translation>Convolução matemática</translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <translation>Convolução transposta</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máx</translation>
    </message>
    <message>
        <source>min</source>
        <translation>mín</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>Convolution of a signal</source>
        <translation>Convolução de um sinal</translation>
    </message>
    <message>
        <source>stride {number}</source>
        <translation>stride {number}</translation>
    </message>
    <message>
        <source>padding {number}</source>
        <translation>padding {number}</translation>
    </message>
    <message>
        <source>{numbers} (top, bottom, left, right)</source>
        <translation>{numbers} (acima, abaixo, à esquerda, à direita)</translation>
    </message>
    <message>
        <source>{numbers} (before, after)</source>
        <translation>{numbers} (antes, depois)</translation>
    </message>
    <message>
        <source>reflect</source>
        <translation>com reflexão</translation>
    </message>
    <message>
        <source>replicate</source>
        <translation>com repetição da borda</translation>
    </message>
    <message>
        <source>circular</source>
        <translation>circular</translation>
    </message>
    <message>
        <source>dilation {number}</source>
        <translation>dilatação {number}</translation>
    </message>
    <message>
        <source>Step {step} of {steps}: row {row}, column {column}</source>
        <translation>Passo {step} de {steps}: linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Passo {step} de {steps}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Sinal</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
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
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>channel {channel}</source>
        <translation>canal {channel}</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>viés</translation>
    </message>
    <message>
        <source>{count} {count|number|numbers}</source>
        <translation>{count} {count|número|números}</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>linhas</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>colunas</translation>
    </message>
    <message>
        <source>Rows never reached: {rows}; columns: {columns} (crossed out).</source>
        <translation>Nunca alcançadas: linhas: {rows}, colunas: {columns} (riscadas).</translation>
    </message>
    <message>
        <source>Numbers never reached: {count} (crossed out).</source>
        <translation>Números nunca alcançados: {count} (riscados).</translation>
    </message>
    <message>
        <source>Only the numbers around the window are drawn, of {count}.</source>
        <translation>Só aparecem os números em volta da janela, de um total de {count}.</translation>
    </message>
    <message>
        <source>Only the cells around the window are drawn, of {rows} × {columns}.</source>
        <translation>Só aparecem as células em volta da janela, de um total de {rows} × {columns}.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
    </message>
    <message>
        <source>Input with zeros inserted</source>
        <translation>Entrada com zeros intercalados</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>First</source>
        <translation>Primeira</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segunda</translation>
    </message>
    <message>
        <source>Both answers</source>
        <translation>As duas respostas</translation>
    </message>
    <message>
        <source>How probable each class is, in the first answer and in the second</source>
        <translation>A probabilidade de cada classe, na primeira resposta e na segunda</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Loading the network…</source>
        <translation>Carregando a rede…</translation>
    </message>
    <message>
        <source>How sure the network is</source>
        <translation>Certeza da rede</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Probability of each class</source>
        <translation>Probabilidade de cada classe</translation>
    </message>
    <message>
        <source>The outputs turned into probabilities that add up to 100% (softmax)</source>
        <translation>As saídas transformadas em probabilidades que somam 100% (softmax)</translation>
    </message>
    <message>
        <source>Class that the network answers</source>
        <translation>Classe que a rede responde</translation>
    </message>
    <message>
        <source>Draw one of the classes; the answer appears here.</source>
        <translation>Desenhe uma das classes; a resposta aparece aqui.</translation>
    </message>
    <message>
        <source>What speaks for this answer, and what for another</source>
        <translation>O que fala a favor desta resposta e o que fala a favor de outra</translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation>Por que esta resposta?</translation>
    </message>
    <message>
        <source>Why {label}?</source>
        <translation>Por que {label}?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>I see {count} digits: {digits} and {last}. Draw one at a time.</source>
        <translation>Vejo {count} dígitos: {digits} e {last}. Desenhe um de cada vez.</translation>
    </message>
    <message>
        <source>The probability that the network gives to its answer. It knows its classes only: what does not look like one digit is found out apart.</source>
        <translation>A probabilidade que a rede dá à sua resposta. Ela só conhece as suas classes: o que não parece um dígito é descoberto à parte.</translation>
    </message>
    <message>
        <source>This is how {network} reads it. Yours answers once it is trained.</source>
        <translation>É assim que {network} lê. A sua responde depois de treinada.</translation>
    </message>
    <message>
        <source>Your network answers here once it is trained.</source>
        <translation>A sua rede responde aqui depois de treinada.</translation>
    </message>
    <message>
        <source>The network is not sure: {one} or {other}.</source>
        <translation>A rede está em dúvida entre {one} e {other}.</translation>
    </message>
    <message>
        <source>Draw a digit to see the network’s answer here.</source>
        <translation>Desenhe um dígito para ver aqui a resposta da rede.</translation>
    </message>
    <message>
        <source>There is no digit to read in this picture. Open one in which a digit stands out, or draw one.</source>
        <translation>Não há dígito para ler nesta imagem. Abra uma em que um dígito se destaque ou desenhe um.</translation>
    </message>
    <message>
        <source>This does not look like one digit. If the network had to choose: {label}.</source>
        <translation>Isto não parece um dígito. Se a rede tivesse de escolher: {label}.</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Draw mine</source>
        <translation>Desenhar a minha</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Seu palpite</translation>
    </message>
    <message>
        <source>Or click ? to see the sum.</source>
        <translation>Ou clique no ? para ver a soma.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Conferir</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Próxima célula</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
    <message>
        <source>Say that this is the next number</source>
        <translation>Dizer que este é o próximo número</translation>
    </message>
    <message>
        <source>Guess {number}</source>
        <translation>Palpite {number}</translation>
    </message>
    <message>
        <source>Type the next number, and press Enter</source>
        <translation>Digite o próximo número e aperte Enter</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Um a menos</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Um a mais</translation>
    </message>
</context>
<context>
    <name>BankChooser</name>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>of</source>
        <translation>de</translation>
    </message>
    <message>
        <source>Kernel number</source>
        <translation>Número do kernel</translation>
    </message>
    <message>
        <source>All kernels</source>
        <translation>Todos os kernels</translation>
    </message>
    <message>
        <source>All kernels; click one to see it at work</source>
        <translation>Todos os kernels; clique em um para vê-lo em ação</translation>
    </message>
    <message>
        <source>Which kernel is shown. Each kernel makes one output channel</source>
        <translation>Qual kernel é mostrado. Cada kernel produz um canal de saída</translation>
    </message>
</context>
<context>
    <name>BlockWords</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>what the network sees</source>
        <translation>o que a rede vê</translation>
    </message>
    <message>
        <source>{kind} {ordinal}: {count} {count|map|maps} of {size}</source>
        <translation>{kind} {ordinal}: {count} {count|mapa|mapas} de {size}</translation>
    </message>
    <message>
        <source>{kind} {ordinal}: {count} {count|number|numbers}</source>
        <translation>{kind} {ordinal}: {count} {count|número|números}</translation>
    </message>
    <message>
        <source>{block} · {colour}</source>
        <translation>{block} · {colour}</translation>
    </message>
    <message>
        <source>{block} · {label}</source>
        <translation>{block} · {label}</translation>
    </message>
    <message>
        <source>{block} · map {number}</source>
        <translation>{block} · mapa {number}</translation>
    </message>
    <message>
        <source>{block} · number {number}</source>
        <translation>{block} · número {number}</translation>
    </message>
</context>
<context>
    <name>BuiltHint</name>
    <message>
        <source>{layer} cannot work yet: shown are the {works} of {all} layers that do.</source>
        <translation>{layer} ainda não funciona: aparecem as {works} de {all} camadas que funcionam.</translation>
    </message>
    <message>
        <source>{layer} cannot work yet, and so no layer does: shown is what worked last.</source>
        <translation>{layer} ainda não funciona e, por isso, nenhuma camada: aparece a última rede que funcionou.</translation>
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
    <name>CellEditor</name>
    <message>
        <source>Type a cell’s number</source>
        <translation>Digitar o número de uma célula</translation>
    </message>
    <message>
        <source>Number of row {row}, column {column}</source>
        <translation>Número da linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>There is no picture to type into.</source>
        <translation>Não há imagem em que digitar.</translation>
    </message>
    <message>
        <source>This cell is a gap of the transposed convolution: it always holds 0.</source>
        <translation>Esta célula é um espaço da convolução transposta: nela há sempre 0.</translation>
    </message>
    <message>
        <source>Change the number of the cell under the pointer, or else of the middle cell of the window</source>
        <translation>Mudar o número da célula sob o ponteiro ou, se não houver, o da célula do meio da janela</translation>
    </message>
    <message>
        <source>Enter: save. Tab, ↑, ↓: next cell. Esc: cancel.</source>
        <translation>Enter: confirma. Tab, ↑, ↓: próxima célula. Esc: cancela.</translation>
    </message>
    <message>
        <source>This cell is padding, not part of the picture, so you cannot change it.</source>
        <translation>Esta célula é de padding, e não da imagem; por isso não dá para alterá-la.</translation>
    </message>
    <message>
        <source>The picture is still loading. Wait a moment.</source>
        <translation>A imagem ainda está carregando. Aguarde um instante.</translation>
    </message>
</context>
<context>
    <name>CellGrid</name>
    <message>
        <source>row {row}, column {column}</source>
        <translation>linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>Copied {rows} {rows|row|rows} × {columns} {columns|column|columns}</source>
        <translation>Copiado: {rows} {rows|linha|linhas} × {columns} {columns|coluna|colunas}</translation>
    </message>
    <message>
        <source>Copied {number}</source>
        <translation>Copiado: {number}</translation>
    </message>
    <message>
        <source>{rows} {rows|row|rows} × {columns} {columns|column|columns}. Only the cells around the one that is read are listed; arrow keys read on.</source>
        <translation>{rows} {rows|linha|linhas} × {columns} {columns|coluna|colunas}. Só as células em volta da que está sendo lida são listadas; as setas leem as outras.</translation>
    </message>
</context>
<context>
    <name>ChainWords</name>
    <message>
        <source>switched off: it would be {value}</source>
        <translation>desligado: seria {value}</translation>
    </message>
    <message>
        <source>level {level} of 255</source>
        <translation>nível {level} de 255</translation>
    </message>
    <message>
        <source>sum {sum} / {count} = {mean}</source>
        <translation>soma {sum} / {count} = {mean}</translation>
    </message>
    <message>
        <source>the one of {count} that the pooling keeps</source>
        <translation>o número, entre {count}, que o pooling mantém</translation>
    </message>
    <message>
        <source>{count} {count|part|parts} together: {total}</source>
        <translation>{count} {count|parcela|parcelas}, ao todo: {total}</translation>
    </message>
    <message>
        <source>{count} partial {count|sum|sums}: {sum}</source>
        <translation>{count} {count|soma parcial|somas parciais}: {sum}</translation>
    </message>
    <message>
        <source>with bias {bias}: {total}</source>
        <translation>com o viés {bias}: {total}</translation>
    </message>
    <message>
        <source>sum of the window: {sum}</source>
        <translation>soma da janela: {sum}</translation>
    </message>
    <message>
        <source>mean of the window: {sum} / {count}</source>
        <translation>média da janela: {sum} / {count}</translation>
    </message>
    <message>
        <source>× {coefficient} {bias} = {total}</source>
        <translation>× {coefficient} {bias} = {total}</translation>
    </message>
    <message>
        <source>({x} {mean}) / √({variance} + {epsilon}) = {normalized}</source>
        <translation>({x} {mean}) / √({variance} + {epsilon}) = {normalized}</translation>
    </message>
    <message>
        <source>× {scale} {shift} = {value}</source>
        <translation>× {scale} {shift} = {value}</translation>
    </message>
    <message>
        <source>{x} / {divisor} = {value}</source>
        <translation>{x} / {divisor} = {value}</translation>
    </message>
    <message>
        <source>{a} · tanh({s} · {x}) = {value}</source>
        <translation>{a} · tanh({s} · {x}) = {value}</translation>
    </message>
    <message>
        <source>dropout: after training it changes nothing</source>
        <translation>dropout: depois do treinamento, não muda nada</translation>
    </message>
    <message>
        <source>ReLU keeps it: it is positive</source>
        <translation>a ReLU o mantém: é positivo</translation>
    </message>
    <message>
        <source>ReLU makes it 0: it is not positive</source>
        <translation>a ReLU o troca por 0: não é positivo</translation>
    </message>
    <message>
        <source>leaky ReLU: × {slope} = {value}</source>
        <translation>leaky ReLU: × {slope} = {value}</translation>
    </message>
    <message>
        <source>leaky ReLU keeps it: it is positive</source>
        <translation>a leaky ReLU o mantém: é positivo</translation>
    </message>
    <message>
        <source>its share of the sum {sum}: {value}</source>
        <translation>sua parte da soma {sum}: {value}</translation>
    </message>
    <message>
        <source>no activation: it stays as it is</source>
        <translation>sem ativação: fica como está</translation>
    </message>
    <message>
        <source>Window in {layer}</source>
        <translation>Janela em {layer}</translation>
    </message>
    <message>
        <source>e^(x − largest)</source>
        <translation>e^(x − maior)</translation>
    </message>
    <message>
        <source>Numbers of {layer}</source>
        <translation>Números de {layer}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Mantido</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Soma</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Partial sum</source>
        <translation>Soma parcial</translation>
    </message>
    <message>
        <source>Map of {layer}</source>
        <translation>Mapa de {layer}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Partial map</source>
        <translation>Mapa parcial</translation>
    </message>
    <message>
        <source>{count} partial {count|map|maps}, added up</source>
        <translation>{count} {count|mapa parcial somado|mapas parciais somados}</translation>
    </message>
    <message>
        <source>then {layer}</source>
        <translation>depois {layer}</translation>
    </message>
    <message>
        <source>zeros: {share}</source>
        <translation>zeros: {share}</translation>
    </message>
    <message>
        <source>the same number, in a new position</source>
        <translation>o mesmo número, em outra posição</translation>
    </message>
    <message>
        <source>bias {bias} at every position</source>
        <translation>viés {bias} em todas as posições</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
</context>
<context>
    <name>ChangePresenter</name>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>Named kernel</source>
        <translation>Kernel com nome</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Random kernel</source>
        <translation>Kernel aleatório</translation>
    </message>
    <message>
        <source>All kernels 0</source>
        <translation>Todos os kernels em 0</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>On again</source>
        <translation>Ligado de novo</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>Tudo ligado</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>Reset network</source>
        <translation>Rede como era</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
</context>
<context>
    <name>ChangeTool</name>
    <message>
        <source>Open a map to change it</source>
        <translation>Abra um mapa para alterá-lo</translation>
    </message>
    <message>
        <source>The network answers {label}</source>
        <translation>A rede responde {label}</translation>
    </message>
    <message>
        <source>The network answers {label} ({share})</source>
        <translation>A rede responde {label} ({share})</translation>
    </message>
    <message>
        <source>Switch it on again</source>
        <translation>Ligar de novo</translation>
    </message>
    <message>
        <source>Switch this map off</source>
        <translation>Desligar este mapa</translation>
    </message>
    <message>
        <source>Set this map to 0, whatever its layer computes, or back</source>
        <translation>Zerar este mapa, não importa o que a camada calcule, ou fazê-lo voltar</translation>
    </message>
    <message>
        <source>Weights of the numbers of {layer}</source>
        <translation>Pesos dos números de {layer}</translation>
    </message>
    <message>
        <source>Kernel for {map}</source>
        <translation>Kernel para {map}</translation>
    </message>
    <message>
        <source>This layer has no kernels and no weights of its own.</source>
        <translation>Esta camada não tem kernels nem pesos próprios.</translation>
    </message>
    <message>
        <source>You see “{network}”, a copy. The other pages go on with the network that they have.</source>
        <translation>Você vê “{network}”, uma cópia. As outras páginas continuam com a rede que têm.</translation>
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
        <source>Change the network</source>
        <translation>Alterar a rede</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>Use another activation function in this layer</source>
        <translation>Usar outra função de ativação nesta camada</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>Let every map count again</source>
        <translation>Fazer todos os mapas contarem de novo</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>Ligar tudo</translation>
    </message>
    <message>
        <source>Go back to the network as it was</source>
        <translation>Voltar à rede como ela era</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Desfazer tudo</translation>
    </message>
    <message>
        <source>Write the changed network to a file of weights</source>
        <translation>Gravar a rede alterada num arquivo de pesos</translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation>Salvar pesos…</translation>
    </message>
    <message>
        <source>{name}-changed</source>
        <translation>{name}-alterada</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>No change was found that flips the answer.</source>
        <translation>Não foi encontrada nenhuma mudança que vire a resposta.</translation>
    </message>
    <message>
        <source>read as {label}</source>
        <translation>lido como {label}</translation>
    </message>
    <message>
        <source>the change</source>
        <translation>a mudança</translation>
    </message>
    <message>
        <source>Size of the change: {size}, where 1 is a full pixel of ink (Euclidean). No pixel changes by more than {largest} of 255 levels. Random changes of this size flip the answer in {flips} of 100 tries.</source>
        <translation>Tamanho da mudança: {size}, em que 1 é um pixel cheio de tinta (distância euclidiana). Nenhum pixel muda mais que {largest} de 255 níveis. Mudanças aleatórias desse tamanho viram a resposta em {flips} de 100 tentativas.</translation>
    </message>
    <message>
        <source>Your digit</source>
        <translation>Seu dígito</translation>
    </message>
    <message>
        <source>The change</source>
        <translation>A mudança</translation>
    </message>
    <message>
        <source>Levels added (orange) and taken away (blue)</source>
        <translation>Níveis acrescentados (laranja) e tirados (azul)</translation>
    </message>
    <message>
        <source>The changed digit</source>
        <translation>O dígito mudado</translation>
    </message>
</context>
<context>
    <name>ChangesPart</name>
    <message>
        <source>Shift</source>
        <translation>Deslocar</translation>
    </message>
    <message>
        <source>Pixels at most, in all directions</source>
        <translation>Até quantos pixels, em todas as direções</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Degrees at most, to either side</source>
        <translation>Até quantos graus, para cada lado</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>How much larger or smaller at most</source>
        <translation>Quanto maior ou menor, no máximo</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>Inclinar</translation>
    </message>
    <message>
        <source>Degrees that upright lines lean at most, to either side</source>
        <translation>Até quantos graus as linhas verticais se inclinam, para cada lado</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>Elástico</translation>
    </message>
    <message>
        <source>Pixels by which neighbourhoods bend by themselves</source>
        <translation>Quantos pixels cada vizinhança se deforma por conta própria</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Espessura</translation>
    </message>
    <message>
        <source>Pixels by which ink grows or shrinks at most, on each side</source>
        <translation>Até quantos pixels o traço engrossa ou afina, de cada lado</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espelhar</translation>
    </message>
    <message>
        <source>How often left and right are exchanged; not for digits</source>
        <translation>Com que frequência a esquerda e a direita trocam de lugar; não serve para dígitos</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruído</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to each pixel</source>
        <translation>Desvio padrão do que é somado a cada pixel</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Largest side of a rectangle that is made 0</source>
        <translation>Maior lado de um retângulo que passa a ser 0</translation>
    </message>
    <message>
        <source>How each picture is changed</source>
        <translation>Como cada imagem é modificada</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>For digits</source>
        <translation>Para dígitos</translation>
    </message>
    <message>
        <source>For photos</source>
        <translation>Para fotos</translation>
    </message>
    <message>
        <source>Set all amounts below</source>
        <translation>Definir todos os valores abaixo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same changes</source>
        <translation>A mesma semente dá as mesmas modificações</translation>
    </message>
    <message>
        <source>Seed of the preview</source>
        <translation>Semente da prévia</translation>
    </message>
    <message>
        <source>One picture as the network might see it in training. It is changed in a new way each time.</source>
        <translation>Uma imagem como a rede poderia vê-la no treinamento. A cada vez ela é modificada de um jeito.</translation>
    </message>
</context>
<context>
    <name>ChannelBar</name>
    <message>
        <source>All</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos os canais</translation>
    </message>
    <message>
        <source>Red channel</source>
        <translation>Canal vermelho</translation>
    </message>
    <message>
        <source>Green channel</source>
        <translation>Canal verde</translation>
    </message>
    <message>
        <source>Blue channel</source>
        <translation>Canal azul</translation>
    </message>
    <message>
        <source>The picture in its colours</source>
        <translation>A imagem em suas cores</translation>
    </message>
    <message>
        <source>Red levels only; window and kernel are those of red</source>
        <translation>Só os níveis de vermelho; janela e kernel são os do vermelho</translation>
    </message>
    <message>
        <source>Green levels only; window and kernel are those of green</source>
        <translation>Só os níveis de verde; janela e kernel são os do verde</translation>
    </message>
    <message>
        <source>Blue levels only; window and kernel are those of blue</source>
        <translation>Só os níveis de azul; janela e kernel são os do azul</translation>
    </message>
</context>
<context>
    <name>ChannelFields</name>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Same for all</source>
        <translation>Igual em todos</translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation>Depthwise</translation>
    </message>
    <message>
        <source>Red: the weights of this channel</source>
        <translation>Vermelho: os pesos deste canal</translation>
    </message>
    <message>
        <source>Green: the weights of this channel</source>
        <translation>Verde: os pesos deste canal</translation>
    </message>
    <message>
        <source>Blue: the weights of this channel</source>
        <translation>Azul: os pesos deste canal</translation>
    </message>
    <message>
        <source>Use the same numbers for every channel</source>
        <translation>Usar os mesmos números em todos os canais</translation>
    </message>
    <message>
        <source>On: all channels use the same weights. Off: each channel has its own</source>
        <translation>Ligado: todos os canais usam os mesmos pesos. Desligado: cada canal tem os seus</translation>
    </message>
    <message>
        <source>One group per channel: each channel has its own kernels</source>
        <translation>Um grupo por canal: cada canal tem os seus próprios kernels</translation>
    </message>
    <message>
        <source>Use depthwise convolution</source>
        <translation>Usar convolução depthwise</translation>
    </message>
</context>
<context>
    <name>ChannelNames</name>
    <message>
        <source>red</source>
        <translation>vermelho</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>canal {number}</translation>
    </message>
    <message>
        <source>ch. {number}</source>
        <translation>canal {number}</translation>
    </message>
</context>
<context>
    <name>ChannelSums</name>
    <message>
        <source>Channel {name}: {sum}. Click to see its window and products.</source>
        <translation>Canal {name}: {sum}. Clique para ver a janela e os produtos dele.</translation>
    </message>
    <message>
        <source>+ {count} smaller {count|one|ones} {sum}</source>
        <translation>+ {count} {count|menor|menores} {sum}</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>Pictures of each class</source>
        <translation>Imagens de cada classe</translation>
    </message>
    <message>
        <source>Click a class to see only its pictures</source>
        <translation>Clique em uma classe para ver só as imagens dela</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Your classes, and how many examples each has. F2 renames one.</source>
        <translation>Suas classes e quantos exemplos cada uma tem. F2 renomeia uma classe.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
</context>
<context>
    <name>ClassesTool</name>
    <message>
        <source>{label}: {count} {count|example|examples}</source>
        <translation>{label}: {count} {count|exemplo|exemplos}</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>Nome de uma nova classe</translation>
    </message>
    <message>
        <source>Any text of at most {count} {count|character|characters}</source>
        <translation>Qualquer texto de no máximo {count} {count|caractere|caracteres}</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Nova classe</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Add the class</source>
        <translation>Adicionar a classe</translation>
    </message>
    <message>
        <source>Begin with smile, sad, neutral</source>
        <translation>Começar com sorriso, triste, neutro</translation>
    </message>
    <message>
        <source>Add three classes without examples: draw them yourself</source>
        <translation>Adicionar três classes sem exemplos: quem desenha é você</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Remover classe</translation>
    </message>
    <message>
        <source>Remove the class with its examples (it can be undone)</source>
        <translation>Remover a classe com seus exemplos (pode ser desfeito)</translation>
    </message>
    <message>
        <source>Pictures…</source>
        <translation>Imagens…</translation>
    </message>
    <message>
        <source>Add pictures of this class, prepared as drawings are</source>
        <translation>Adicionar imagens desta classe, preparadas como os desenhos</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>Add a folder of pictures; folders in it name classes</source>
        <translation>Adicionar uma pasta de imagens; as pastas dentro dela dão nome a classes</translation>
    </message>
    <message>
        <source>Remove example</source>
        <translation>Remover exemplo</translation>
    </message>
    <message>
        <source>Remove the example that is chosen (it can be undone)</source>
        <translation>Remover o exemplo escolhido (pode ser desfeito)</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Train a small network on your examples: some seconds</source>
        <translation>Treinar uma rede pequena com seus exemplos: alguns segundos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Take classes, examples and network from a file</source>
        <translation>Trazer classes, exemplos e rede de um arquivo</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>One file to share: the network, and your drawings in it</source>
        <translation>Um arquivo para compartilhar: a rede, com seus desenhos dentro</translation>
    </message>
    <message>
        <source>Show on the Network page</source>
        <translation>Mostrar na página Rede</translation>
    </message>
    <message>
        <source>See its layers and maps</source>
        <translation>Ver suas camadas e seus mapas</translation>
    </message>
    <message>
        <source>Add drawing</source>
        <translation>Adicionar desenho</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Tudo fica neste computador.</translation>
    </message>
    <message>
        <source>Learn on the Train page</source>
        <translation>Aprender na página Treinar</translation>
    </message>
    <message>
        <source>Train any network on your examples, and watch how it learns</source>
        <translation>Treinar qualquer rede com seus exemplos e ver como ela aprende</translation>
    </message>
    <message>
        <source>Cancel this training</source>
        <translation>Cancelar este treinamento</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>Andamento do treinamento</translation>
    </message>
</context>
<context>
    <name>CloserTool</name>
    <message>
        <source>Click a map, or one of its numbers, to look closer.</source>
        <translation>Clique em um mapa, ou em um número dele, para vê-lo de perto.</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Close cnnviz</source>
        <translation>Fechar o cnnviz</translation>
    </message>
    <message>
        <source>The training has not ended yet.</source>
        <translation>O treinamento ainda não terminou.</translation>
    </message>
    <message>
        <source>The animation is still being saved.</source>
        <translation>A animação ainda está sendo salva.</translation>
    </message>
    <message>
        <source>A file is still being saved.</source>
        <translation>Um arquivo ainda está sendo salvo.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Parar e fechar</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fechar sem salvar</translation>
    </message>
    <message>
        <source>Finish saving, then close</source>
        <translation>Terminar de salvar e fechar</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Manter aberto</translation>
    </message>
    <message>
        <source>The window closes when the file has been saved.</source>
        <translation>A janela será fechada quando o arquivo estiver salvo.</translation>
    </message>
    <message>
        <source>Stopping the training… The window closes when it has ended.</source>
        <translation>Parando o treinamento… A janela será fechada quando ele terminar.</translation>
    </message>
    <message>
        <source>The race has not ended yet.</source>
        <translation>A corrida ainda não terminou.</translation>
    </message>
    <message>
        <source>If you close now, the training stops where it is; you can go on with it at the next start. The trained network, the training settings and your drawing are kept, too.</source>
        <translation>Se você fechar agora, o treinamento para onde está; você pode continuá-lo da próxima vez que abrir o programa. A rede treinada, os ajustes do treinamento e o seu desenho também ficam guardados.</translation>
    </message>
    <message>
        <source>If you close now, the race stops where it is. What each network has learned is kept; a race cannot go on later.</source>
        <translation>Se você fechar agora, a corrida para onde está. O que cada rede aprendeu fica guardado; uma corrida não pode continuar depois.</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Grey</source>
        <translation>Tons de cinza</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Work on grey levels</source>
        <translation>Trabalhar em tons de cinza</translation>
    </message>
    <message>
        <source>Work on red, green and blue</source>
        <translation>Trabalhar em vermelho, verde e azul</translation>
    </message>
    <message>
        <source>Grey levels: one channel, made of the three colours</source>
        <translation>Tons de cinza: um só canal, calculado a partir das três cores</translation>
    </message>
    <message>
        <source>Red, green and blue: three channels, each with its own products</source>
        <translation>Vermelho, verde e azul: três canais, cada um com seus produtos</translation>
    </message>
</context>
<context>
    <name>ColourScale</name>
    <message>
        <source>from {low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>Escala de cores</translation>
    </message>
</context>
<context>
    <name>ColoursLegend</name>
    <message>
        <source>{colours}: from {low} to {high}</source>
        <translation>{colours}: de {low} a {high}</translation>
    </message>
    <message>
        <source>Colours of all layers</source>
        <translation>Cores de todas as camadas</translation>
    </message>
    <message>
        <source>Colours of {maps}</source>
        <translation>Cores de {maps}</translation>
    </message>
</context>
<context>
    <name>CompareTool</name>
    <message>
        <source>The same network</source>
        <translation>A mesma rede</translation>
    </message>
    <message>
        <source>Second network</source>
        <translation>Segunda rede</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>Segunda imagem</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Embaixo</translation>
    </message>
    <message>
        <source>Who answers beside the first network</source>
        <translation>Quem responde ao lado da primeira rede</translation>
    </message>
    <message>
        <source>What the second network sees</source>
        <translation>O que a segunda rede vê</translation>
    </message>
    <message>
        <source>Show the second network below the first, or what is different</source>
        <translation>Mostrar embaixo da primeira a segunda rede, ou o que é diferente</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>A segunda</translation>
    </message>
    <message>
        <source>The difference</source>
        <translation>A diferença</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>{network}, before training</source>
        <translation>{network}, antes do treinamento</translation>
    </message>
    <message>
        <source>The same picture</source>
        <translation>A mesma imagem</translation>
    </message>
    <message>
        <source>The last drawing</source>
        <translation>O último desenho</translation>
    </message>
    <message>
        <source>Any digit of the data</source>
        <translation>Um dígito qualquer dos dados</translation>
    </message>
    <message>
        <source>{pixels} px right</source>
        <translation>{pixels} px para a direita</translation>
    </message>
    <message>
        <source>{pixels} px left</source>
        <translation>{pixels} px para a esquerda</translation>
    </message>
    <message>
        <source>{pixels} px down</source>
        <translation>{pixels} px para baixo</translation>
    </message>
    <message>
        <source>{pixels} px up</source>
        <translation>{pixels} px para cima</translation>
    </message>
    <message>
        <source>turned by {degrees}°</source>
        <translation>girada {degrees}°</translation>
    </message>
    <message>
        <source>{scale} times as large</source>
        <translation>{scale} vezes o tamanho</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>a mesma imagem</translation>
    </message>
    <message>
        <source>Second: {what}</source>
        <translation>Segunda: {what}</translation>
    </message>
    <message>
        <source>Second minus first. Second: {what}</source>
        <translation>Segunda menos primeira. Segunda: {what}</translation>
    </message>
    <message>
        <source>Nothing was drawn yet. Draw on the Draw page first.</source>
        <translation>Ainda não há desenho. Desenhe primeiro na página Desenhar.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Nothing differs yet: move the picture, or choose another one or another network.</source>
        <translation>Ainda não há diferença: mova a imagem ou escolha outra imagem ou outra rede.</translation>
    </message>
    <message>
        <source>No difference can be shown for {count} {count|layer|layers} ({names}): the second network has none of that name and shape.</source>
        <translation>Não há diferença a mostrar para {count} {count|camada|camadas} ({names}): a segunda rede não tem nenhuma com esse nome e formato.</translation>
    </message>
    <message>
        <source>The digit shows a {label}.</source>
        <translation>O dígito é um {label}.</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>nenhuma classe</translation>
    </message>
    <message>
        <source>First: {first}. Second: {second}.</source>
        <translation>Primeira: {first}. Segunda: {second}.</translation>
    </message>
    <message>
        <source>Shift to the right (pixels)</source>
        <translation>Deslocamento para a direita (pixels)</translation>
    </message>
    <message>
        <source>Shift down (pixels)</source>
        <translation>Deslocamento para baixo (pixels)</translation>
    </message>
    <message>
        <source>Turn, counterclockwise (degrees)</source>
        <translation>Giro anti-horário (graus)</translation>
    </message>
    <message>
        <source>Scale (times)</source>
        <translation>Escala (vezes)</translation>
    </message>
</context>
<context>
    <name>ConfusionGrid</name>
    <message>
        <source>{count} {count|picture|pictures}, {share} of those that show it</source>
        <translation>{count} {count|imagem|imagens}, {share} das que mostram essa classe</translation>
    </message>
    <message>
        <source>shows {true}, said {said}</source>
        <translation>mostra {true}, resposta {said}</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>o que a rede respondeu</translation>
    </message>
    <message>
        <source>what the picture shows</source>
        <translation>o que a imagem mostra</translation>
    </message>
    <message>
        <source>What the network takes for what</source>
        <translation>O que a rede confunde com o quê</translation>
    </message>
    <message>
        <source>Click a cell to see its pictures</source>
        <translation>Clique em uma célula para ver as imagens dela</translation>
    </message>
</context>
<context>
    <name>ConvolutionPage</name>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>Paused because you moved the window. Press Space to continue.</source>
        <translation>Pausado porque você moveu a janela. Aperte a barra de espaço para continuar.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation>Linha {row}, coluna {column}: {value}</translation>
    </message>
    <message>
        <source>Position {column}: {value}</source>
        <translation>Posição {column}: {value}</translation>
    </message>
</context>
<context>
    <name>CopiedProgram</name>
    <message>
        <source>Python counts from 0, and prints all digits; the screen rounds to a few.</source>
        <translation>O Python conta a partir de 0 e imprime todos os algarismos; a tela arredonda.</translation>
    </message>
    <message>
        <source>On the window alone. On the whole picture it would be: {line}</source>
        <translation>Só na janela. Na imagem inteira seria: {line}</translation>
    </message>
    <message>
        <source>PyTorch is not installed here.</source>
        <translation>O PyTorch não está instalado aqui.</translation>
    </message>
    <message>
        <source>PyTorch computes the same.</source>
        <translation>O PyTorch calcula o mesmo.</translation>
    </message>
    <message>
        <source>Run this program: it prints the same numbers as on the screen.</source>
        <translation>Execute este programa: ele mostra os mesmos números da tela.</translation>
    </message>
    <message>
        <source>The picture is large, so only the part that {cell} needs is included.</source>
        <translation>A imagem é grande; por isso, aqui está só a parte usada em {cell}.</translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>{number} million</source>
        <translation>{number} mi de</translation>
    </message>
    <message>
        <source>{number} billion</source>
        <translation>{number} bi de</translation>
    </message>
    <message>
        <source>{number} trillion</source>
        <translation>{number} tri de</translation>
    </message>
    <message>
        <source>fully connected: {parameters} and {products}</source>
        <translation>totalmente conectada: {parameters} e {products}</translation>
    </message>
    <message>
        <source>({times} {n|time|times} as many)</source>
        <translation>({times} {n|vez|vezes} o número de parâmetros)</translation>
    </message>
    <message>
        <source>0 parameters, {written} {n|addition|additions}</source>
        <translation>0 parâmetros, {written} {n|adição|adições}</translation>
    </message>
    <message>
        <source>0 parameters, {written} {n|comparison|comparisons}</source>
        <translation>0 parâmetros, {written} {n|comparação|comparações}</translation>
    </message>
    <message>
        <source>fully connected: {counts}</source>
        <translation>totalmente conectada: {counts}</translation>
    </message>
    <message>
        <source>{written} {n|parameter|parameters}</source>
        <translation>{written} {n|parâmetro|parâmetros}</translation>
    </message>
    <message>
        <source>{written} {n|multiplication|multiplications}</source>
        <translation>{written} {n|multiplicação|multiplicações}</translation>
    </message>
    <message>
        <source>Sparse connectivity: each output number is made from at most {seen} of the {inputs} {inputs|input number|input numbers}. In a fully connected layer it is made from all.</source>
        <translation>Conectividade esparsa: cada número da saída depende de, no máximo, {seen} {inputs|do|dos} {inputs} {inputs|número|números} da entrada. Em uma camada totalmente conectada, ele depende de todos.</translation>
    </message>
    <message>
        <source>No parameters: there is nothing to learn in a pooling. A fully connected layer has a weight of its own for each pair of input and output: {inputs} × {outputs} = {products}.</source>
        <translation>Nenhum parâmetro: em um pooling não há nada a aprender. Uma camada totalmente conectada tem um peso próprio para cada par de entrada e saída: {inputs} × {outputs} = {products}.</translation>
    </message>
    <message>
        <source>Counted for all output channels together, with the biases.</source>
        <translation>Contagem de todos os canais de saída juntos, com os vieses.</translation>
    </message>
    <message>
        <source>Counted for all output channels together, with the biases; products with the zeros put in between are left out.</source>
        <translation>Contagem de todos os canais de saída juntos, com os vieses; não entram os produtos com os zeros intercalados.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Custo</translation>
    </message>
    <message>
        <source>Parameter sharing: the same {parameters} {parameters|parameter is|parameters are} used at every position of the window. A fully connected layer has its own weight for each pair of input and output: {inputs} × {outputs} = {products}.</source>
        <translation>Compartilhamento de parâmetros: {parameters|o mesmo|os mesmos} {parameters} {parameters|parâmetro serve|parâmetros servem} em todas as posições da janela. Uma camada totalmente conectada tem um peso próprio para cada par de entrada e saída: {inputs} × {outputs} = {products}.</translation>
    </message>
</context>
<context>
    <name>CropPanel</name>
    <message>
        <source>Crop</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>First row to keep</source>
        <translation>Primeira linha que fica</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>First column to keep</source>
        <translation>Primeira coluna que fica</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Rows to keep</source>
        <translation>Linhas que ficam</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Columns to keep</source>
        <translation>Colunas que ficam</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrado</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Set the fields to the largest centred square</source>
        <translation>Preencher os campos com o maior quadrado central</translation>
    </message>
    <message>
        <source>Set the fields to the window plus twice its size on each side</source>
        <translation>Preencher os campos com a janela e mais duas vezes o tamanho dela de cada lado</translation>
    </message>
    <message>
        <source>Crop the picture to this part</source>
        <translation>Recortar a imagem, deixando só esta parte</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>Answer over the place</source>
        <translation>Resposta conforme a posição</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidade</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Solid: the first network. Dashed: the second.</source>
        <translation>Linha cheia: a primeira rede. Tracejada: a segunda.</translation>
    </message>
    <message>
        <source>The answer while the picture is moved</source>
        <translation>A resposta enquanto a imagem se move</translation>
    </message>
    <message>
        <source>Along what the picture is moved</source>
        <translation>Como a imagem se move</translation>
    </message>
    <message>
        <source>Along what the picture is moved for the curve</source>
        <translation>Escolhe como a imagem se move na curva</translation>
    </message>
    <message>
        <source>The numbers of this network are not probabilities.</source>
        <translation>Os números desta rede não são probabilidades.</translation>
    </message>
</context>
<context>
    <name>CurveOptions</name>
    <message>
        <source>Smoothing</source>
        <translation>Suavização</translation>
    </message>
    <message>
        <source>The strong line is the mean of {count} {count|batch|batches}</source>
        <translation>A linha forte é a média de {count} {count|lote|lotes}</translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <translation>Suavização das curvas</translation>
    </message>
    <message>
        <source>By epoch</source>
        <translation>Por época</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taxa</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>Perda logarítmica</translation>
    </message>
    <message>
        <source>Equal heights are equal factors: small losses are seen, too</source>
        <translation>Alturas iguais são fatores iguais: perdas pequenas também aparecem</translation>
    </message>
    <message>
        <source>Show the learning rate</source>
        <translation>Mostrar a taxa de aprendizado</translation>
    </message>
    <message>
        <source>Draw the learning rate under the accuracy</source>
        <translation>Desenhar a taxa de aprendizado abaixo da acurácia</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>Por lote</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Por tempo</translation>
    </message>
    <message>
        <source>What is counted under the curves</source>
        <translation>O que se conta sob as curvas</translation>
    </message>
    <message>
        <source>Count epochs, batches, or the time of training without its pauses</source>
        <translation>Contar épocas, lotes ou o tempo de treinamento sem as pausas</translation>
    </message>
</context>
<context>
    <name>CurveX</name>
    <message>
        <source>hour</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>minuto</translation>
    </message>
    <message>
        <source>second</source>
        <translation>segundo</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>lote</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>depois de {time}</translation>
    </message>
    <message>
        <source>batch {batch}</source>
        <translation>lote {batch}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
</context>
<context>
    <name>DataDialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Arquivos de dados</translation>
    </message>
    <message>
        <source>Choose a file of data</source>
        <translation>Escolha um arquivo de dados</translation>
    </message>
    <message>
        <source>Choose a folder of pictures, or with the files of a dataset</source>
        <translation>Escolha uma pasta de imagens ou com os arquivos de um conjunto de dados</translation>
    </message>
</context>
<context>
    <name>DataHead</name>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modificações</translation>
    </message>
    <message>
        <source>My drawings</source>
        <translation>Meus desenhos</translation>
    </message>
    <message>
        <source>The pictures, page by page, and their mean</source>
        <translation>As imagens, página por página, e a média delas</translation>
    </message>
    <message>
        <source>One picture as the numbers that a table has of it</source>
        <translation>Uma imagem como os números que uma tabela tem dela</translation>
    </message>
    <message>
        <source>How each picture is changed before it is learned from</source>
        <translation>Como cada imagem é modificada antes de servir ao treino</translation>
    </message>
    <message>
        <source>Data or mixture</source>
        <translation>Dados ou mistura</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Call reading off</source>
        <translation>Interromper a leitura</translation>
    </message>
    <message>
        <source>Download MNIST (11 MB)</source>
        <translation>Baixar o MNIST (11 MB)</translation>
    </message>
    <message>
        <source>Fetch MNIST now</source>
        <translation>Baixar o MNIST agora</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Ler de novo</translation>
    </message>
    <message>
        <source>How far reading is</source>
        <translation>Andamento da leitura</translation>
    </message>
    <message>
        <source>Keep your own drawings to train on</source>
        <translation>Guardar desenhos seus para treinar com eles</translation>
    </message>
    <message>
        <source>A dataset, the path of a folder or file, or several of these with weights, as in mnist:2+builtin; Return reads it</source>
        <translation>Um conjunto de dados, o caminho de uma pasta ou de um arquivo, ou vários deles com pesos, como em mnist:2+builtin; Enter lê os dados</translation>
    </message>
    <message>
        <source>Read the data again: files may have changed</source>
        <translation>Ler os dados de novo: os arquivos podem ter mudado</translation>
    </message>
</context>
<context>
    <name>DataTiles</name>
    <message>
        <source>picture {number}</source>
        <translation>imagem {number}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>All classes</source>
        <translation>Todas as classes</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Test at the end</source>
        <translation>Teste no fim</translation>
    </message>
    <message>
        <source>{count} training</source>
        <translation>{count} de treino</translation>
    </message>
    <message>
        <source>{count} for the test at the end</source>
        <translation>{count} para o teste no fim</translation>
    </message>
    <message>
        <source>{title}: {counts}; {rows} × {columns} pixels, grey.</source>
        <translation>{title}: {counts}; {rows} × {columns} pixels, em tons de cinza.</translation>
    </message>
    <message>
        <source>{title}: {counts}; {rows} × {columns} pixels, in colour.</source>
        <translation>{title}: {counts}; {rows} × {columns} pixels, em cores.</translation>
    </message>
    <message>
        <source>No network of the catalogue reads such pictures.</source>
        <translation>Nenhuma rede do catálogo lê imagens assim.</translation>
    </message>
    <message>
        <source>Networks that can learn from these: {titles}.</source>
        <translation>Redes que podem aprender com estas: {titles}.</translation>
    </message>
    <message>
        <source>Digits are being made: {share}.</source>
        <translation>Os dígitos estão sendo gerados: {share}.</translation>
    </message>
    <message>
        <source>Reading {title}…</source>
        <translation>Lendo {title}…</translation>
    </message>
    <message>
        <source>Reading {title}: {share}.</source>
        <translation>Lendo {title}: {share}.</translation>
    </message>
    <message>
        <source>Mean of {count} {count|picture|pictures}</source>
        <translation>Média de {count} {count|imagem|imagens}</translation>
    </message>
    <message>
        <source>Mean of {count} {count|picture|pictures} of {name}</source>
        <translation>Média de {count} {count|imagem|imagens} de {name}</translation>
    </message>
    <message>
        <source>Number {index} of {count} is the pixel in row {row}, column {column}: {level}</source>
        <translation>O número {index} de {count} é o pixel da linha {row}, coluna {column}: {level}</translation>
    </message>
    <message>
        <source>Number {index} of {count} is the {colour} of row {row}, column {column}: {level}</source>
        <translation>O número {index} de {count} é o {colour} da linha {row}, coluna {column}: {level}</translation>
    </message>
    <message>
        <source>{level} ÷ 255 = {share}</source>
        <translation>{level} ÷ 255 = {share}</translation>
    </message>
    <message>
        <source>; ({share} − {mean}) ÷ {deviation} = {value}</source>
        <translation>; ({share} − {mean}) ÷ {deviation} = {value}</translation>
    </message>
    <message>
        <source>red</source>
        <translation>vermelho</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>Training picture {number} (is {name})</source>
        <translation>Imagem de treino {number} (é {name})</translation>
    </message>
    <message>
        <source>Test picture {number} (is {name})</source>
        <translation>Imagem de teste {number} (é {name})</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>{count} for validation</source>
        <translation>{count} para validação</translation>
    </message>
    <message>
        <source>Validation picture {number} (is {name})</source>
        <translation>Imagem de validação {number} (é {name})</translation>
    </message>
</context>
<context>
    <name>DatasetChoice</name>
    <message>
        <source>{title} · not here</source>
        <translation>{title} · não está aqui</translation>
    </message>
</context>
<context>
    <name>DatasetFlyout</name>
    <message>
        <source>Number {place} of {count}, counted from 0.</source>
        <translation>Número {place} de {count}, contando de 0.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Qualquer</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Choose one to make it the input; arrow keys go on</source>
        <translation>Escolha uma para ser a entrada; as setas percorrem</translation>
    </message>
    <message>
        <source>Pictures of the class</source>
        <translation>Imagens da classe</translation>
    </message>
    <message>
        <source>Which one of that class, counted from 0</source>
        <translation>Qual delas, dentro da classe, contando de 0</translation>
    </message>
    <message>
        <source>Number {place}, class {label}</source>
        <translation>Número {place}, classe {label}</translation>
    </message>
    <message>
        <source>Choose a class and a number, or a random picture.</source>
        <translation>Escolha uma classe e um número, ou sorteie uma imagem.</translation>
    </message>
    <message>
        <source>Reading the dataset…</source>
        <translation>Lendo o conjunto de dados…</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto de dados</translation>
    </message>
    <message>
        <source>Use this picture as the input</source>
        <translation>Usar esta imagem como entrada</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Choose a random picture of this class</source>
        <translation>Sortear uma imagem desta classe</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Sortear</translation>
    </message>
</context>
<context>
    <name>Datasets</name>
    <message>
        <source>EMNIST test {index}: {label}</source>
        <translation>EMNIST teste {index}: {label}</translation>
    </message>
    <message>
        <source>EMNIST is not on this computer. Put its IDX files, or its tables, into {folder}</source>
        <translation>O EMNIST não está neste computador. Coloque os arquivos IDX, ou as tabelas, em {folder}</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>Dígitos embutidos</translation>
    </message>
    <message>
        <source>Built-in digit {index}: {label}</source>
        <translation>Dígito embutido {index}: {label}</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>MNIST is not on this computer. Download it on the Train page, or put its four files in {folder}</source>
        <translation>O MNIST não está neste computador. Baixe-o na página Treinar ou ponha os quatro arquivos em {folder}</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>airplane</source>
        <translation>avião</translation>
    </message>
    <message>
        <source>automobile</source>
        <translation>automóvel</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>pássaro</translation>
    </message>
    <message>
        <source>cat</source>
        <translation>gato</translation>
    </message>
    <message>
        <source>deer</source>
        <translation>cervo</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>cachorro</translation>
    </message>
    <message>
        <source>frog</source>
        <translation>sapo</translation>
    </message>
    <message>
        <source>horse</source>
        <translation>cavalo</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>navio</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>caminhão</translation>
    </message>
    <message>
        <source>CIFAR-10 {part} {index}: {label}</source>
        <translation>CIFAR-10 {part} {index}: {label}</translation>
    </message>
    <message>
        <source>CIFAR-10 is not on this computer. Put cifar-10-binary.tar.gz into {folder}</source>
        <translation>O CIFAR-10 não está neste computador. Ponha cifar-10-binary.tar.gz em {folder}</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Fashion-MNIST test {index}: {label}</source>
        <translation>Fashion-MNIST teste {index}: {label}</translation>
    </message>
    <message>
        <source>Fashion-MNIST is not on this computer. Put its four files into {folder}/FashionMNIST/raw</source>
        <translation>O Fashion-MNIST não está neste computador. Coloque os quatro arquivos em {folder}/FashionMNIST/raw</translation>
    </message>
    <message>
        <source>EMNIST digits</source>
        <translation>EMNIST dígitos</translation>
    </message>
    <message>
        <source>EMNIST letters</source>
        <translation>EMNIST letras</translation>
    </message>
    <message>
        <source>EMNIST balanced</source>
        <translation>EMNIST equilibrado</translation>
    </message>
    <message>
        <source>EMNIST by merge</source>
        <translation>EMNIST por fusão</translation>
    </message>
    <message>
        <source>EMNIST by class</source>
        <translation>EMNIST por classe</translation>
    </message>
    <message>
        <source>EMNIST, as MNIST</source>
        <translation>EMNIST, como o MNIST</translation>
    </message>
    <message>
        <source>Sign-language MNIST</source>
        <translation>MNIST da língua de sinais</translation>
    </message>
    <message>
        <source>Sign-language MNIST test {index}: {label}</source>
        <translation>MNIST da língua de sinais, teste {index}: {label}</translation>
    </message>
    <message>
        <source>Sign-language MNIST is not on this computer. Put sign_mnist_train.csv and sign_mnist_test.csv into {folder}</source>
        <translation>O MNIST da língua de sinais não está neste computador. Coloque sign_mnist_train.csv e sign_mnist_test.csv em {folder}</translation>
    </message>
    <message>
        <source>T-shirt or top</source>
        <translation>camiseta ou blusa</translation>
    </message>
    <message>
        <source>trousers</source>
        <translation>calça</translation>
    </message>
    <message>
        <source>pullover</source>
        <translation>suéter</translation>
    </message>
    <message>
        <source>dress</source>
        <translation>vestido</translation>
    </message>
    <message>
        <source>coat</source>
        <translation>casaco</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>sandália</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>camisa</translation>
    </message>
    <message>
        <source>sneaker</source>
        <translation>tênis</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>bolsa</translation>
    </message>
    <message>
        <source>ankle boot</source>
        <translation>bota de cano curto</translation>
    </message>
    <message>
        <source>MNIST, test picture {index}: {label}</source>
        <translation>MNIST, imagem de teste {index}: {label}</translation>
    </message>
</context>
<context>
    <name>DocumentActions</name>
    <message>
        <source>Save experiment</source>
        <translation>Salvar experimento</translation>
    </message>
    <message>
        <source>cnnviz experiments</source>
        <translation>Experimentos do cnnviz</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message>
        <source>Opened {name}</source>
        <translation>{name} foi aberto</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Salvo como {name}</translation>
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
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Guide box</source>
        <translation>Caixa-guia</translation>
    </message>
    <message>
        <source>Show where MNIST&apos;s digits lie: in the middle, 20 of 28 pixels</source>
        <translation>Mostrar onde ficam os dígitos do MNIST: no meio, 20 de 28 pixels</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>Every layer&apos;s feature maps for this drawing</source>
        <translation>Os mapas de características de cada camada para este desenho</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>How the drawing becomes what the network sees, stage by stage</source>
        <translation>Como o desenho vira o que a rede vê, etapa por etapa</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Desenhos</translation>
    </message>
    <message>
        <source>What was drawn, to be brought back or drawn once more</source>
        <translation>O que foi desenhado, para trazer de volta ou desenhar outra vez</translation>
    </message>
    <message>
        <source>Draw once more</source>
        <translation>Desenhar outra vez</translation>
    </message>
    <message>
        <source>Draw more slowly</source>
        <translation>Desenhar mais devagar</translation>
    </message>
    <message>
        <source>Draw faster</source>
        <translation>Desenhar mais depressa</translation>
    </message>
    <message>
        <source>On: each map uses all colours. Off: the maps of a layer share a scale and can be compared.</source>
        <translation>Ligado: cada mapa usa todas as cores. Desligado: os mapas de uma camada usam a mesma escala e podem ser comparados.</translation>
    </message>
    <message>
        <source>Own classes</source>
        <translation>Classes próprias</translation>
    </message>
    <message>
        <source>Draw examples of classes of your own, and train a network on them</source>
        <translation>Desenhar exemplos de classes suas e treinar uma rede com eles</translation>
    </message>
    <message>
        <source>Add drawing to the class</source>
        <translation>Adicionar desenho à classe</translation>
    </message>
    <message>
        <source>Keep what is on the sheet as an example, and clear the sheet</source>
        <translation>Guardar o que está na folha como exemplo e limpar a folha</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>What speaks for this answer, and what for another</source>
        <translation>O que fala a favor desta resposta e o que fala a favor de outra</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>E se</translation>
    </message>
    <message>
        <source>Shift, turn, scale and thicken the drawing, and watch the answer</source>
        <translation>Deslocar, girar, aumentar e engrossar o desenho e acompanhar a resposta</translation>
    </message>
    <message>
        <source>Colours per map</source>
        <translation>Cores por mapa</translation>
    </message>
    <message>
        <source>Erase instead of drawing</source>
        <translation>Apagar em vez de desenhar</translation>
    </message>
    <message>
        <source>Erase the whole drawing</source>
        <translation>Apagar o desenho inteiro</translation>
    </message>
    <message>
        <source>Redraw the drawing, stroke by stroke</source>
        <translation>Refazer o desenho, traço por traço</translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>Draw a digit here</source>
        <translation>Desenhe um dígito aqui</translation>
    </message>
    <message>
        <source>Arrow keys move the pen, Space puts it down or lifts it, Esc takes the stroke back.</source>
        <translation>As setas movem a caneta, Espaço a abaixa ou levanta, Esc desfaz o traço.</translation>
    </message>
    <message>
        <source>Draw here to start a new drawing</source>
        <translation>Desenhe aqui para começar um novo desenho</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>Draw</source>
        <translation>Desenhar</translation>
    </message>
    <message>
        <source>Bring back drawing</source>
        <translation>Trazer desenho de volta</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>Desenhe aqui</translation>
    </message>
</context>
<context>
    <name>DrawWay</name>
    <message>
        <source>Go to the Draw page; what you draw is seen here too</source>
        <translation>Ir para a página Desenhar; o que você desenhar aparece aqui também</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Desenhar um dígito</translation>
    </message>
</context>
<context>
    <name>DrawingFileActions</name>
    <message>
        <source>Drawings as strokes (*.json)</source>
        <translation>Desenhos em traços (*.json)</translation>
    </message>
    <message>
        <source>Open drawings</source>
        <translation>Abrir desenhos</translation>
    </message>
    <message>
        <source>Save sheet as PNG</source>
        <translation>Salvar folha como PNG</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagem PNG (*.png)</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>desenho</translation>
    </message>
    <message>
        <source>Save strokes</source>
        <translation>Salvar traços</translation>
    </message>
    <message>
        <source>{count} {count|drawing|drawings} opened</source>
        <translation>{count} {count|desenho aberto|desenhos abertos}</translation>
    </message>
    <message>
        <source>{count} of {all} drawings opened</source>
        <translation>{count} de {all} desenhos abertos</translation>
    </message>
    <message>
        <source>Open drawings…</source>
        <translation>Abrir desenhos…</translation>
    </message>
    <message>
        <source>Drawings as strokes, from a file; they may be dropped here, too</source>
        <translation>Desenhos em traços, de um arquivo; também podem ser soltos aqui</translation>
    </message>
    <message>
        <source>Save sheet as PNG…</source>
        <translation>Salvar folha como PNG…</translation>
    </message>
    <message>
        <source>Save strokes…</source>
        <translation>Salvar traços…</translation>
    </message>
    <message>
        <source>What the pen did, with its times, as “cnnviz classify” reads it</source>
        <translation>O que a caneta fez, com os tempos, como o “cnnviz classify” lê</translation>
    </message>
    <message>
        <source>The drawing on white paper, 280 × 280 pixels</source>
        <translation>O desenho em papel branco, 280 × 280 pixels</translation>
    </message>
</context>
<context>
    <name>DrawingsPart</name>
    <message>
        <source>No drawing in the collection yet.</source>
        <translation>Nenhum desenho na coleção ainda.</translation>
    </message>
    <message>
        <source>Learn from my drawings</source>
        <translation>Aprender com meus desenhos</translation>
    </message>
    <message>
        <source>Choose the collection as the data of the next run</source>
        <translation>Escolher a coleção como dados do próximo treinamento</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Show the picture files in the file manager</source>
        <translation>Mostrar os arquivos das imagens no gerenciador de arquivos</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Pasta: {folder}</translation>
    </message>
    <message>
        <source>{count} {count|drawing|drawings} in the collection.</source>
        <translation>{count} {count|desenho|desenhos} na coleção.</translation>
    </message>
    <message>
        <source>Draw examples</source>
        <translation>Desenhar exemplos</translation>
    </message>
    <message>
        <source>Open your own classes on the Draw page</source>
        <translation>Abrir suas classes na página Desenhar</translation>
    </message>
    <message>
        <source>They are drawn on the Draw page, with Own classes: name a class, draw, press A, and draw the next. Each is an ordinary picture in a folder of its class.</source>
        <translation>São feitos na página Desenhar, em Classes próprias: dê nome a uma classe, desenhe, aperte A e desenhe o próximo. Cada um é uma imagem comum, numa pasta com o nome da classe.</translation>
    </message>
</context>
<context>
    <name>DrawingsTool</name>
    <message>
        <source>Drawing {number}, read as {read}. Click to bring it back.</source>
        <translation>Desenho {number}, lido como {read}. Clique para trazê-lo de volta.</translation>
    </message>
    <message>
        <source>How this drawing was made is not known: it cannot be drawn once more.</source>
        <translation>Não se sabe como este desenho foi feito: não dá para desenhá-lo outra vez.</translation>
    </message>
    <message>
        <source>What was drawn since the start, the newest first; it is kept until the program ends. Click one to bring it back.</source>
        <translation>O que foi desenhado desde o início, do mais novo ao mais antigo; fica guardado até o programa fechar. Clique em um para trazê-lo de volta.</translation>
    </message>
    <message>
        <source>Drawings, newest first</source>
        <translation>Desenhos, do mais novo ao mais antigo</translation>
    </message>
    <message>
        <source>Arrow keys choose a drawing, Return brings it back</source>
        <translation>As setas escolhem um desenho, Enter o traz de volta</translation>
    </message>
    <message>
        <source>What you draw is kept here.</source>
        <translation>O que você desenha fica guardado aqui.</translation>
    </message>
    <message>
        <source>Draw a digit on the sheet, or open drawings from a file.</source>
        <translation>Desenhe um dígito na folha ou abra desenhos de um arquivo.</translation>
    </message>
    <message>
        <source>Open drawings…</source>
        <translation>Abrir desenhos…</translation>
    </message>
    <message>
        <source>Drawings as strokes, from a file</source>
        <translation>Desenhos em traços, de um arquivo</translation>
    </message>
    <message>
        <source>Drawing {number}, which does not look like one digit. Click to bring it back.</source>
        <translation>Desenho {number}, que não parece um dígito. Clique para trazê-lo de volta.</translation>
    </message>
</context>
<context>
    <name>DropCover</name>
    <message>
        <source>Drop it anywhere</source>
        <translation>Solte em qualquer lugar</translation>
    </message>
</context>
<context>
    <name>EditorActions</name>
    <message>
        <source>Add layer</source>
        <translation>Adicionar camada</translation>
    </message>
    <message>
        <source>Add a layer below the chosen one; at the end while none is chosen</source>
        <translation>Adicionar uma camada abaixo da escolhida; no fim, se nenhuma está escolhida</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Swap the chosen layer with the one above</source>
        <translation>Trocar a camada escolhida com a de cima</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Swap the chosen layer with the one below</source>
        <translation>Trocar a camada escolhida com a de baixo</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Put a copy below the chosen layer</source>
        <translation>Pôr uma cópia abaixo da camada escolhida</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Criar ramo</translation>
    </message>
    <message>
        <source>Put a copy beside the chosen layer and concatenate both</source>
        <translation>Pôr uma cópia ao lado da camada escolhida e concatenar as duas</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove the chosen layer; those below read its input instead</source>
        <translation>Remover a camada escolhida; as de baixo passam a ler a entrada dela</translation>
    </message>
</context>
<context>
    <name>EditorPanel</name>
    <message>
        <source>Add layer</source>
        <translation>Adicionar camada</translation>
    </message>
    <message>
        <source>Add a layer of this kind</source>
        <translation>Adicionar uma camada deste tipo</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Choose a layer to set it</source>
        <translation>Escolher uma camada para ajustá-la</translation>
    </message>
    <message>
        <source>This network has no layers yet.</source>
        <translation>Esta rede ainda não tem camadas.</translation>
    </message>
    <message>
        <source>Add the first layer</source>
        <translation>Adicionar a primeira camada</translation>
    </message>
    <message>
        <source>Choose its kind: a convolution, for example</source>
        <translation>Escolher o tipo: uma convolução, por exemplo</translation>
    </message>
    <message>
        <source>Settings of the chosen layer</source>
        <translation>Ajustes da camada escolhida</translation>
    </message>
    <message>
        <source>Of all layers that work</source>
        <translation>De todas as camadas que funcionam</translation>
    </message>
    <message>
        <source>For one picture, in 32-bit numbers</source>
        <translation>Para uma imagem, com números de 32 bits</translation>
    </message>
</context>
<context>
    <name>EditorPresenter</name>
    <message>
        <source>Add layer</source>
        <translation>Adicionar camada</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>Duplicar camada</translation>
    </message>
    <message>
        <source>Add branch</source>
        <translation>Criar ramo</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>Remover camada</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>Mover camada</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>Renomear camada</translation>
    </message>
    <message>
        <source>Change what a layer reads</source>
        <translation>Mudar o que a camada lê</translation>
    </message>
    <message>
        <source>Change layer: {setting}</source>
        <translation>Mudar camada: {setting}</translation>
    </message>
    <message>
        <source>Rename network</source>
        <translation>Renomear rede</translation>
    </message>
    <message>
        <source>Change input size</source>
        <translation>Mudar tamanho da entrada</translation>
    </message>
    <message>
        <source>Change number of classes</source>
        <translation>Mudar número de classes</translation>
    </message>
    <message>
        <source>Rename classes</source>
        <translation>Renomear classes</translation>
    </message>
    <message>
        <source>Fix layer</source>
        <translation>Corrigir camada</translation>
    </message>
</context>
<context>
    <name>EditorWords</name>
    <message>
        <source>scaled tanh</source>
        <translation>tanh escalada</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>{sum} = {count} {count|parameter|parameters}</source>
        <translation>{sum} = {count} {count|parâmetro|parâmetros}</translation>
    </message>
    <message>
        <source>{count} {count|multiply-add|multiply-adds}</source>
        <translation>{count} {count|multiplicação-soma|multiplicações-somas}</translation>
    </message>
    <message>
        <source>each number sees {size}</source>
        <translation>cada número vê {size}</translation>
    </message>
    <message>
        <source>{count} {count|parameter|parameters}</source>
        <translation>{count} {count|parâmetro|parâmetros}</translation>
    </message>
    <message>
        <source>{all} ({count} not learned)</source>
        <translation>{all} (não aprendidos: {count})</translation>
    </message>
</context>
<context>
    <name>ErrorNote</name>
    <message>
        <source>One click: {text}</source>
        <translation>Com um clique: {text}</translation>
    </message>
</context>
<context>
    <name>ErrorReportDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Erro inesperado</translation>
    </message>
    <message>
        <source>cnnviz had a problem that we did not expect. You can continue, but your last action may be lost. Please copy this report and send it to us (address: see README). The report is also saved in {file}.</source>
        <translation>O cnnviz teve um problema que não esperávamos. Você pode continuar, mas a sua última ação talvez tenha se perdido. Copie este relatório e envie-o para nós (endereço no README). Ele também está salvo em {file}.</translation>
    </message>
</context>
<context>
    <name>ExampleTiles</name>
    <message>
        <source>example {number}</source>
        <translation>exemplo {number}</translation>
    </message>
    <message>
        <source>Examples of the class, as a network reads them</source>
        <translation>Exemplos da classe, como uma rede os lê</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemplos</translation>
    </message>
</context>
<context>
    <name>ExerciseGrids</name>
    <message>
        <source>Click the question mark to see the sum.</source>
        <translation>Clique no ponto de interrogação para ver a soma.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Use Ctrl+arrow keys to read cells.</source>
        <translation>Use Ctrl+setas para ler as células.</translation>
    </message>
</context>
<context>
    <name>ExerciseWords</name>
    <message>
        <source>Which number comes next?</source>
        <translation>Que número entra na próxima célula?</translation>
    </message>
    <message>
        <source>Multiply each cell in the window by the weight of its colour; then add.</source>
        <translation>Multiplique cada célula da janela pelo peso da mesma cor; depois some tudo.</translation>
    </message>
    <message>
        <source>The sum is {value}.</source>
        <translation>A soma é {value}.</translation>
    </message>
    <message>
        <source>Right: it is {value}!</source>
        <translation>Certo: é {value}!</translation>
    </message>
    <message>
        <source>Not quite: it is {value}, not {said}.</source>
        <translation>Quase: é {value}, não {said}.</translation>
    </message>
    <message>
        <source>All nine products are 0, so the sum is 0.</source>
        <translation>Os nove produtos são 0; a soma é 0.</translation>
    </message>
    <message>
        <source>{sum}; the other {zeros} {zeros|product is|products are} 0.</source>
        <translation>{sum}; {zeros|o outro|os outros} {zeros} {zeros|produto é|produtos são} 0.</translation>
    </message>
    <message>
        <source>That is a convolution. Now yours!</source>
        <translation>Isso é uma convolução. Agora a sua!</translation>
    </message>
    <message>
        <source>Cell {cell} of {cells}</source>
        <translation>Célula {cell} de {cells}</translation>
    </message>
    <message>
        <source>Draw a picture, and see a kernel move across all of it.</source>
        <translation>Desenhe uma imagem e veja um kernel percorrê-la inteira.</translation>
    </message>
</context>
<context>
    <name>Exercises</name>
    <message>
        <source>Edges</source>
        <translation>Bordas</translation>
    </message>
    <message>
        <source>Counts light cells</source>
        <translation>Conta as células claras</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Linha horizontal</translation>
    </message>
    <message>
        <source>Diagonal cross</source>
        <translation>Xis</translation>
    </message>
</context>
<context>
    <name>ExplainedDigit</name>
    <message>
        <source>{value} (ink {level})</source>
        <translation>{value} (tinta {level})</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Save view as PNG</source>
        <translation>Salvar a visualização como PNG</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagem PNG (*.png)</translation>
    </message>
    <message>
        <source>Save view as SVG</source>
        <translation>Salvar a visualização como SVG</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Desenho SVG (*.svg)</translation>
    </message>
    <message>
        <source>NumPy array, all output channels (*.npy)</source>
        <translation>Array do NumPy, todos os canais de saída (*.npy)</translation>
    </message>
    <message>
        <source>Table, all output channels (*.csv)</source>
        <translation>Tabela, todos os canais de saída (*.csv)</translation>
    </message>
    <message>
        <source>Picture as shown, one pixel a cell (*.png)</source>
        <translation>Imagem como na tela, um pixel por célula (*.png)</translation>
    </message>
    <message>
        <source>Save output</source>
        <translation>Salvar a saída</translation>
    </message>
    <message>
        <source>Table for a spreadsheet: ; and decimal comma (*.csv)</source>
        <translation>Tabela para planilha: ; e vírgula decimal (*.csv)</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saida</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>convolucao</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Salvo: {path}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save view as PNG…</source>
        <translation>Salvar a visualização como PNG…</translation>
    </message>
    <message>
        <source>Save view as SVG…</source>
        <translation>Salvar a visualização como SVG…</translation>
    </message>
    <message>
        <source>The grids and the sum as shapes and text, sharp at every size</source>
        <translation>As grades e a soma como formas e texto, nítidas em qualquer tamanho</translation>
    </message>
    <message>
        <source>Save animation…</source>
        <translation>Salvar animação…</translation>
    </message>
    <message>
        <source>Animate the window on its way, with the numbers: GIF, APNG or WebP</source>
        <translation>Animar o percurso da janela, com os números: GIF, APNG ou WebP</translation>
    </message>
    <message>
        <source>Save output as NPY, CSV or PNG…</source>
        <translation>Salvar a saída como NPY, CSV ou PNG…</translation>
    </message>
    <message>
        <source>The numbers of the output, or the picture that they make</source>
        <translation>Os números da saída, ou a imagem que eles formam</translation>
    </message>
    <message>
        <source>The grids and the sum as a picture, at twice the screen resolution</source>
        <translation>As grades e a soma como imagem, com o dobro da resolução da tela</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>By arithmetic it can see {size} cells: the square.</source>
        <translation>Pela conta, ele pode ver {size} células: o quadrado.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Medindo…</translation>
    </message>
    <message>
        <source>Measured: no pixel changes it now. An activation or a pooling before it lets nothing through.</source>
        <translation>Medido: nenhum pixel o altera agora. Uma ativação ou um pooling antes dele não deixa passar nada.</translation>
    </message>
    <message>
        <source>Measured: {share} of the pixels change it noticeably.</source>
        <translation>Medido: {share} dos pixels o alteram de modo perceptível.</translation>
    </message>
    <message>
        <source>What the number sees</source>
        <translation>O que o número vê</translation>
    </message>
    <message>
        <source>How far a number sees, layer by layer</source>
        <translation>Até onde um número vê, camada por camada</translation>
    </message>
    <message>
        <source>What the number sees of the picture</source>
        <translation>O que o número vê da imagem</translation>
    </message>
    <message>
        <source>Each cell: how much the number changes with this pixel</source>
        <translation>Cada célula: quanto o número muda com este pixel</translation>
    </message>
    <message>
        <source>Change when a pixel grows by one level</source>
        <translation>Variação quando um pixel aumenta um nível</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Stride</source>
        <translation>Stride</translation>
    </message>
    <message>
        <source>How many cells the window moves at each step</source>
        <translation>Quantas células a janela avança a cada passo</translation>
    </message>
    <message>
        <source>Change stride</source>
        <translation>Mudar stride</translation>
    </message>
    <message>
        <source>Stride in both directions</source>
        <translation>Stride nas duas direções</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Dilatação</translation>
    </message>
    <message>
        <source>Change dilation</source>
        <translation>Mudar dilatação</translation>
    </message>
    <message>
        <source>Dilation in both directions</source>
        <translation>Dilatação nas duas direções</translation>
    </message>
    <message>
        <source>Number of kernels</source>
        <translation>Quantidade de kernels</translation>
    </message>
    <message>
        <source>How many kernels there are: the depth of the output</source>
        <translation>Quantos kernels há: a profundidade da saída</translation>
    </message>
    <message>
        <source>Change number of kernels</source>
        <translation>Mudar quantidade de kernels</translation>
    </message>
    <message>
        <source>Kernels: {value}</source>
        <translation>Kernels: {value}</translation>
    </message>
    <message>
        <source>How many numbers the kernel has</source>
        <translation>Quantos números o kernel tem</translation>
    </message>
    <message>
        <source>Change kernel size</source>
        <translation>Mudar tamanho do kernel</translation>
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
        <source>Kernel height and width</source>
        <translation>Altura e largura do kernel</translation>
    </message>
    <message>
        <source>Flip kernel</source>
        <translation>Girar kernel</translation>
    </message>
    <message>
        <source>Flip the kernel</source>
        <translation>Girar o kernel</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Change padding</source>
        <translation>Mudar padding</translation>
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
        <source>Padding on all sides</source>
        <translation>Padding em todos os lados</translation>
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
        <source>With stride 1 the output is as large as the picture</source>
        <translation>Com stride 1, a saída fica do tamanho da imagem</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Each side</source>
        <translation>Um valor por lado</translation>
    </message>
    <message>
        <source>A number for each of the four sides</source>
        <translation>Um número para cada um dos quatro lados</translation>
    </message>
    <message>
        <source>What the added cells hold:</source>
        <translation>O que as células acrescentadas contêm:</translation>
    </message>
    <message>
        <source>Change padding mode</source>
        <translation>Mudar modo do padding</translation>
    </message>
    <message>
        <source>Mode: {value}</source>
        <translation>Modo: {value}</translation>
    </message>
    <message>
        <source>Padding mode</source>
        <translation>Modo do padding</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Zeros</translation>
    </message>
    <message>
        <source>Zeros: 0 0 | 1 2 3 | 0 0</source>
        <translation>Zeros: 0 0 | 1 2 3 | 0 0</translation>
    </message>
    <message>
        <source>Reflect</source>
        <translation>Refletir</translation>
    </message>
    <message>
        <source>Reflect: 3 2 | 1 2 3 | 2 1, as in a mirror on the outermost cells</source>
        <translation>Refletir: 3 2 | 1 2 3 | 2 1, como num espelho sobre as últimas células</translation>
    </message>
    <message>
        <source>Replicate</source>
        <translation>Repetir a borda</translation>
    </message>
    <message>
        <source>Replicate: 1 1 | 1 2 3 | 3 3, the outermost cells again</source>
        <translation>Repetir a borda: 1 1 | 1 2 3 | 3 3, as últimas células de novo</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Change groups</source>
        <translation>Mudar grupos</translation>
    </message>
    <message>
        <source>Groups: {value}</source>
        <translation>Grupos: {value}</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operação</translation>
    </message>
    <message>
        <source>Choose operation</source>
        <translation>Escolher operação</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <translation>Convolução transposta</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Convolution in one dimension</source>
        <translation>Convolução em uma dimensão</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Work on grey levels, or on red, green and blue</source>
        <translation>Trabalhar em tons de cinza ou em vermelho, verde e azul</translation>
    </message>
    <message>
        <source>Change colours</source>
        <translation>Mudar cores</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Tons de cinza</translation>
    </message>
    <message>
        <source>RGB (red, green, blue)</source>
        <translation>RGB (vermelho, verde, azul)</translation>
    </message>
    <message>
        <source>Value range</source>
        <translation>Faixa de valores</translation>
    </message>
    <message>
        <source>The numbers that black and white stand for</source>
        <translation>Os números que representam o preto e o branco</translation>
    </message>
    <message>
        <source>Change value range</source>
        <translation>Mudar faixa de valores</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>Choose activation</source>
        <translation>Escolher ativação</translation>
    </message>
    <message>
        <source>Activation: {value}</source>
        <translation>Ativação: {value}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoide</translation>
    </message>
    <message>
        <source>Softmax over channels</source>
        <translation>Softmax entre canais</translation>
    </message>
    <message>
        <source>Change slope</source>
        <translation>Mudar inclinação</translation>
    </message>
    <message>
        <source>Slope {value}</source>
        <translation>Inclinação {value}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Choose kind of pooling</source>
        <translation>Escolher tipo de pooling</translation>
    </message>
    <message>
        <source>Kind: {value}</source>
        <translation>Tipo: {value}</translation>
    </message>
    <message>
        <source>Kind of pooling</source>
        <translation>Tipo de pooling</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>The largest number of the window</source>
        <translation>O maior número da janela</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>The mean of the window’s numbers</source>
        <translation>A média dos números da janela</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Soma</translation>
    </message>
    <message>
        <source>The window’s numbers, added</source>
        <translation>Os números da janela, somados</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>The smallest number of the window</source>
        <translation>O menor número da janela</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Imagem inteira</translation>
    </message>
    <message>
        <source>Change global pooling</source>
        <translation>Mudar pooling global</translation>
    </message>
    <message>
        <source>Global pooling</source>
        <translation>Pooling global</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>How many cells the window has</source>
        <translation>Quantas células a janela tem</translation>
    </message>
    <message>
        <source>Change window size</source>
        <translation>Mudar tamanho da janela</translation>
    </message>
    <message>
        <source>Window {value}</source>
        <translation>Janela {value}</translation>
    </message>
    <message>
        <source>Window height</source>
        <translation>Altura da janela</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Largura da janela</translation>
    </message>
    <message>
        <source>Window height and width</source>
        <translation>Altura e largura da janela</translation>
    </message>
    <message>
        <source>Same as size</source>
        <translation>Igual ao tamanho</translation>
    </message>
    <message>
        <source>The windows then touch and never overlap</source>
        <translation>As janelas então se tocam e nunca se sobrepõem</translation>
    </message>
    <message>
        <source>Cells added around the picture, at most half the window. They are never the largest or the smallest, and count as 0 in a sum</source>
        <translation>Células acrescentadas em volta da imagem, no máximo metade da janela. Nunca são a maior nem a menor, e valem 0 numa soma</translation>
    </message>
    <message>
        <source>Divide by all cells of the window, as frameworks do, or only by those of the picture</source>
        <translation>Dividir por todas as células da janela, como as bibliotecas, ou só pelas da imagem</translation>
    </message>
    <message>
        <source>Change what the mean counts</source>
        <translation>Mudar o que a média conta</translation>
    </message>
    <message>
        <source>Change signal</source>
        <translation>Mudar sinal</translation>
    </message>
    <message>
        <source>Change kernel</source>
        <translation>Mudar kernel</translation>
    </message>
    <message>
        <source>Kernel length {value}</source>
        <translation>Kernel de {value} números</translation>
    </message>
    <message>
        <source>Zeros put at both ends, so that the kernel reaches them</source>
        <translation>Zeros postos nas duas pontas, para que o kernel chegue até elas</translation>
    </message>
    <message>
        <source>Same: keep the length</source>
        <translation>Same: mantém o tamanho</translation>
    </message>
    <message>
        <source>How many cells the kernel moves at each step</source>
        <translation>Quantas células o kernel avança a cada passo</translation>
    </message>
    <message>
        <source>Flip: true convolution</source>
        <translation>Inverter: convolução matemática</translation>
    </message>
    <message>
        <source>The kernel is turned round before it slides: convolution as mathematics defines it.</source>
        <translation>O kernel é girado antes de deslizar: é a convolução como a matemática a define.</translation>
    </message>
    <message>
        <source>How far apart the cells of the picture are put; zeros lie between them</source>
        <translation>A que distância ficam as células da imagem; entre elas há zeros</translation>
    </message>
    <message>
        <source>How much is cut off the output on each side: what a convolution with this padding would have added</source>
        <translation>Quanto se corta da saída em cada lado: o que uma convolução com este padding teria acrescentado</translation>
    </message>
    <message>
        <source>Rows cut off above and below</source>
        <translation>Linhas cortadas acima e abaixo</translation>
    </message>
    <message>
        <source>Columns cut off left and right</source>
        <translation>Colunas cortadas à esquerda e à direita</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>Padding de saída</translation>
    </message>
    <message>
        <source>Rows and columns added at the end of the output: several sizes shrink to the same one, and this says which was meant</source>
        <translation>Linhas e colunas acrescentadas ao fim da saída: vários tamanhos encolhem para o mesmo, e isto diz qual deles era</translation>
    </message>
    <message>
        <source>Change output padding</source>
        <translation>Mudar padding de saída</translation>
    </message>
    <message>
        <source>Rows added at the end</source>
        <translation>Linhas acrescentadas ao fim</translation>
    </message>
    <message>
        <source>Columns added at the end</source>
        <translation>Colunas acrescentadas ao fim</translation>
    </message>
    <message>
        <source>Output padding in both directions</source>
        <translation>Padding de saída nas duas direções</translation>
    </message>
    <message>
        <source>How far apart the kernel’s numbers lie on the output; 1 is side by side</source>
        <translation>A distância entre os números do kernel sobre a saída; 1 é lado a lado</translation>
    </message>
    <message>
        <source>{label} {value}</source>
        <translation>{label} {value}</translation>
    </message>
    <message>
        <source>Full: any overlap</source>
        <translation>Full: qualquer sobreposição</translation>
    </message>
    <message>
        <source>No padding: the window never leaves the picture</source>
        <translation>Sem padding: a janela nunca sai da imagem</translation>
    </message>
    <message>
        <source>So much padding that overlapping in a single cell is enough</source>
        <translation>Tanto padding que basta a janela tocar uma só célula da imagem</translation>
    </message>
    <message>
        <source>Same number on opposite sides</source>
        <translation>A mesma quantidade em lados opostos</translation>
    </message>
    <message>
        <source>Vertical stride</source>
        <translation>Stride vertical</translation>
    </message>
    <message>
        <source>Horizontal stride</source>
        <translation>Stride horizontal</translation>
    </message>
    <message>
        <source>Distance between neighbouring weights on the picture; 1 means side by side</source>
        <translation>Distância entre pesos vizinhos sobre a imagem; 1 significa lado a lado</translation>
    </message>
    <message>
        <source>Vertical dilation</source>
        <translation>Dilatação vertical</translation>
    </message>
    <message>
        <source>Horizontal dilation</source>
        <translation>Dilatação horizontal</translation>
    </message>
    <message>
        <source>Flip by 180°</source>
        <translation>Girar 180°</translation>
    </message>
    <message>
        <source>On: the kernel is flipped by 180° first, as in the mathematical definition of convolution. Off: cross-correlation, which libraries such as PyTorch call convolution. Because the weights are learned, both work equally well.</source>
        <translation>Ligado: o kernel é girado 180° antes, como na definição matemática de convolução. Desligado: correlação cruzada, que bibliotecas como o PyTorch chamam de convolução. Como os pesos são aprendidos, os dois modos funcionam igualmente bem.</translation>
    </message>
    <message>
        <source>Cross-correlation, as in PyTorch and Keras</source>
        <translation>Correlação cruzada, como no PyTorch e no Keras</translation>
    </message>
    <message>
        <source>True convolution: kernel flipped by 180°</source>
        <translation>Convolução matemática: kernel girado 180°</translation>
    </message>
    <message>
        <source>Circular: 2 3 | 1 2 3 | 1 2, the picture wraps around</source>
        <translation>Circular: 2 3 | 1 2 3 | 1 2, a imagem continua do outro lado</translation>
    </message>
    <message>
        <source>Cells added around the picture, so that the kernel can reach the edge</source>
        <translation>Células acrescentadas em volta da imagem, para que o kernel alcance a borda</translation>
    </message>
    <message>
        <source>Divide channels and kernels into this many groups. A kernel reads only the channels of its own group</source>
        <translation>Dividir canais e kernels neste número de grupos. Cada kernel lê só os canais do seu grupo</translation>
    </message>
    <message>
        <source>What the window computes at each position</source>
        <translation>O que a janela calcula em cada posição</translation>
    </message>
    <message>
        <source>The function applied to each sum to make the output</source>
        <translation>A função aplicada a cada soma para formar a saída</translation>
    </message>
    <message>
        <source>Slope for negative sums</source>
        <translation>Inclinação para negativos</translation>
    </message>
    <message>
        <source>Leaky ReLU multiplies negative sums by this number</source>
        <translation>A leaky ReLU multiplica as somas negativas por este número</translation>
    </message>
    <message>
        <source>Which number is kept from each window</source>
        <translation>Qual número fica de cada janela</translation>
    </message>
    <message>
        <source>Use whole picture</source>
        <translation>Usar imagem inteira</translation>
    </message>
    <message>
        <source>One window as large as the picture: one number per channel</source>
        <translation>Uma janela do tamanho da imagem: um número por canal</translation>
    </message>
    <message>
        <source>Stride equal to the window size</source>
        <translation>Stride igual ao tamanho da janela</translation>
    </message>
    <message>
        <source>Count padding in mean</source>
        <translation>Contar padding na média</translation>
    </message>
    <message>
        <source>Count the padding in the mean</source>
        <translation>Contar o padding na média</translation>
    </message>
    <message>
        <source>Use default signal</source>
        <translation>Usar sinal padrão</translation>
    </message>
    <message>
        <source>Reverse the kernel first, as in the mathematical definition of convolution</source>
        <translation>Inverter antes o kernel, como na definição matemática de convolução</translation>
    </message>
    <message>
        <source>The kernel slides as written. Neural networks do this; its exact name is cross-correlation.</source>
        <translation>O kernel desliza como está escrito. É o que as redes fazem; o nome exato é correlação cruzada.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Salvo: {path}</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Nothing is left of it</source>
        <translation>Nada dele fica gravado</translation>
    </message>
    <message>
        <source>Batch {batch} · epoch {epoch} of {epochs}</source>
        <translation>Lote {batch} · época {epoch} de {epochs}</translation>
    </message>
    <message>
        <source>Before the first batch: random weights</source>
        <translation>Antes do primeiro lote: pesos aleatórios</translation>
    </message>
    <message>
        <source>Loss: mean of 25 batches</source>
        <translation>Perda: média de 25 lotes</translation>
    </message>
    <message>
        <source>Kernels of the first convolution</source>
        <translation>Kernels da primeira convolução</translation>
    </message>
    <message>
        <source>Animation: {done} of {frames} {frames|frame|frames}</source>
        <translation>Animação: {done} de {frames} {frames|quadro|quadros}</translation>
    </message>
    <message>
        <source>Cancel animation</source>
        <translation>Cancelar animação</translation>
    </message>
    <message>
        <source>Stop making the animation</source>
        <translation>Parar de criar a animação</translation>
    </message>
    <message>
        <source>Frames of the animation</source>
        <translation>Quadros da animação</translation>
    </message>
</context>
<context>
    <name>FirstHead</name>
    <message>
        <source>Drag the window over the picture.</source>
        <translation>Arraste a janela pela imagem.</translation>
    </message>
    <message>
        <source>Drag the window.</source>
        <translation>Arraste a janela.</translation>
    </message>
    <message>
        <source>Draw on the pad: the sums follow your hand.</source>
        <translation>Desenhe na folha: as somas acompanham a sua mão.</translation>
    </message>
    <message>
        <source>Draw on the pad.</source>
        <translation>Desenhe na folha.</translation>
    </message>
    <message>
        <source>Draw.</source>
        <translation>Desenhe.</translation>
    </message>
    <message>
        <source>Done drawing</source>
        <translation>Terminei o desenho</translation>
    </message>
    <message>
        <source>Draw my own picture</source>
        <translation>Desenhar a minha imagem</translation>
    </message>
    <message>
        <source>Guess the numbers of the small picture again</source>
        <translation>Adivinhar de novo os números da imagem pequena</translation>
    </message>
    <message>
        <source>Back to the guesses</source>
        <translation>Voltar aos palpites</translation>
    </message>
    <message>
        <source>Drag the window over the picture: every position makes a sum.</source>
        <translation>Arraste a janela pela imagem: cada lugar dá uma soma.</translation>
    </message>
</context>
<context>
    <name>FirstLook</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Show all sums</source>
        <translation>Mostrar todas as somas</translation>
    </message>
    <message>
        <source>Cell before</source>
        <translation>Célula anterior</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Próxima célula</translation>
    </message>
    <message>
        <source>Try another kernel on the same picture</source>
        <translation>Experimentar outro kernel na mesma imagem</translation>
    </message>
    <message>
        <source>Other kernel</source>
        <translation>Outro kernel</translation>
    </message>
    <message>
        <source>Draw my own picture</source>
        <translation>Desenhar a minha imagem</translation>
    </message>
    <message>
        <source>Draw a picture, and see a kernel move across it</source>
        <translation>Desenhar uma imagem e ver um kernel percorrê-la</translation>
    </message>
</context>
<context>
    <name>FirstMinute</name>
    <message>
        <source>Choose a number: the sum is shown at once.</source>
        <translation>Escolha um número: a soma aparece na hora.</translation>
    </message>
    <message>
        <source>Draw a digit here: the network says which.</source>
        <translation>Desenhe um dígito aqui: a rede diz qual é.</translation>
    </message>
    <message>
        <source>Click Start: the network begins to learn.</source>
        <translation>Clique em Iniciar: a rede começa a aprender.</translation>
    </message>
</context>
<context>
    <name>GhostWords</name>
    <message>
        <source>run {number}: {difference}</source>
        <translation>treinamento {number}: {difference}</translation>
    </message>
    <message>
        <source>run {number}</source>
        <translation>treinamento {number}</translation>
    </message>
    <message>
        <source>{count} {count|picture|pictures}</source>
        <translation>{count} {count|imagem|imagens}</translation>
    </message>
    <message>
        <source>learning rate {rate}</source>
        <translation>taxa de aprendizado {rate}</translation>
    </message>
    <message>
        <source>batch {size}</source>
        <translation>lote de {size}</translation>
    </message>
    <message>
        <source>weight decay {decay}</source>
        <translation>decaimento dos pesos {decay}</translation>
    </message>
    <message>
        <source>data seed {seed}</source>
        <translation>semente dos dados {seed}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semente {seed}</translation>
    </message>
</context>
<context>
    <name>GridCanvas</name>
    <message>
        <source>From {low} to {high}.</source>
        <translation>De {low} a {high}.</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Close the guide (Esc)</source>
        <translation>Fechar o guia (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lições</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lição</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Próxima página</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Ready to learn.</source>
        <translation>Pronta para aprender.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>The pictures and the network are being loaded.</source>
        <translation>As imagens e a rede estão sendo carregadas.</translation>
    </message>
    <message>
        <source>Just begun.</source>
        <translation>Acabou de começar.</translation>
    </message>
    <message>
        <source>The loss fell from {first} to {loss}</source>
        <translation>A perda caiu de {first} para {loss}</translation>
    </message>
    <message>
        <source>{share} of pictures that it has never seen</source>
        <translation>{share} em imagens que ela nunca viu</translation>
    </message>
    <message>
        <source>Learning.</source>
        <translation>Aprendendo.</translation>
    </message>
    <message>
        <source>Finished: {share} right.</source>
        <translation>Terminou: {share} de acerto.</translation>
    </message>
    <message>
        <source>Stopped after batch {batch}.</source>
        <translation>Parou depois do lote {batch}.</translation>
    </message>
    <message>
        <source>{share} right with {classes} {classes|class|classes} is guessing; the loss is {loss}.</source>
        <translation>Acertar {share} com {classes} {classes|classe|classes} é chute; a perda é {loss}.</translation>
    </message>
    <message>
        <source>The learning rate of {rate} may be too large.</source>
        <translation>A taxa de aprendizado de {rate} pode ser grande demais.</translation>
    </message>
    <message>
        <source>Training loss fell to {training}; on pictures that it has never seen it rose from {best} to {loss}.</source>
        <translation>A perda no treinamento caiu para {training}; em imagens que a rede nunca viu, subiu de {best} para {loss}.</translation>
    </message>
    <message>
        <source>Over-fitting since epoch {epoch}.</source>
        <translation>Sobreajuste desde a época {epoch}.</translation>
    </message>
    <message>
        <source>For {epochs} {epochs|epoch|epochs} the training loss has stayed at {loss}, with {share} right.</source>
        <translation>Há {epochs} {epochs|época|épocas} a perda no treinamento está em {loss}, com {share} de acerto.</translation>
    </message>
    <message>
        <source>Guessing among {classes} {classes|class|classes} gets {share} right, with a loss of {loss}.</source>
        <translation>Quem chuta entre {classes} {classes|classe|classes} acerta {share}, com perda de {loss}.</translation>
    </message>
    <message>
        <source>Still only guessing.</source>
        <translation>Por enquanto só chuta.</translation>
    </message>
    <message>
        <source>It had {share} right before.</source>
        <translation>Antes ela acertava {share}.</translation>
    </message>
    <message>
        <source>Collapsed: it is only guessing.</source>
        <translation>Desabou: agora só chuta.</translation>
    </message>
    <message>
        <source>Learning stands still.</source>
        <translation>O aprendizado estacionou.</translation>
    </message>
    <message>
        <source>A weight of {first} gets a gradient {times} times smaller than one of {last}: the first layers hardly learn.</source>
        <translation>Um peso de {first} recebe um gradiente {times} vezes menor que um de {last}: as primeiras camadas quase não aprendem.</translation>
    </message>
    <message>
        <source>The gradients vanish.</source>
        <translation>Os gradientes desaparecem.</translation>
    </message>
    <message>
        <source>In {layer} the gradient has a length of {norm}: each batch throws the weights far away.</source>
        <translation>Em {layer} o gradiente tem comprimento {norm}: cada lote joga os pesos para longe.</translation>
    </message>
    <message>
        <source>The gradients explode.</source>
        <translation>Os gradientes explodem.</translation>
    </message>
    <message>
        <source>Dead units in {layer}.</source>
        <translation>Unidades mortas em {layer}.</translation>
    </message>
    <message>
        <source>In epoch {epoch}, batch {batch}, the loss was no number any more: the learning rate of {rate} is too large.</source>
        <translation>Na época {epoch}, lote {batch}, a perda deixou de ser um número: a taxa de aprendizado de {rate} é grande demais.</translation>
    </message>
    <message>
        <source>The loss grew beyond all numbers.</source>
        <translation>A perda cresceu além de qualquer número.</translation>
    </message>
    <message>
        <source>The loss rose from {lowest} to {loss}; guessing costs {guessing}.</source>
        <translation>A perda subiu de {lowest} para {loss}; chutar custa {guessing}.</translation>
    </message>
    <message>
        <source>It diverges: the loss grows.</source>
        <translation>Diverge: a perda cresce.</translation>
    </message>
    <message>
        <source>Go back to epoch {epoch}</source>
        <translation>Voltar à época {epoch}</translation>
    </message>
    <message>
        <source>Start again with a smaller learning rate</source>
        <translation>Recomeçar com taxa de aprendizado menor</translation>
    </message>
    <message>
        <source>Start again with a larger learning rate</source>
        <translation>Recomeçar com taxa de aprendizado maior</translation>
    </message>
    <message>
        <source>Start again with Adam</source>
        <translation>Recomeçar com Adam</translation>
    </message>
    <message>
        <source>Adam makes steps of the same length however small the gradients are</source>
        <translation>O Adam dá passos do mesmo tamanho por menores que sejam os gradientes</translation>
    </message>
    <message>
        <source>Start again with weight decay</source>
        <translation>Recomeçar com decaimento dos pesos</translation>
    </message>
    <message>
        <source>Large weights are made smaller at each step, so that less is learned by heart</source>
        <translation>Pesos grandes encolhem a cada passo, e a rede decora menos</translation>
    </message>
    <message>
        <source>Start again with dropout</source>
        <translation>Recomeçar com dropout</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Parar aqui</translation>
    </message>
    <message>
        <source>Start again with all pictures</source>
        <translation>Recomeçar com todas as imagens</translation>
    </message>
    <message>
        <source>Start again with augmentation</source>
        <translation>Recomeçar com aumento de dados</translation>
    </message>
    <message>
        <source>More ways out</source>
        <translation>Mais sugestões</translation>
    </message>
    <message>
        <source>What else can be done about it</source>
        <translation>O que mais se pode fazer</translation>
    </message>
    <message>
        <source>Click Start: the network begins with random weights, so it guesses.</source>
        <translation>Clique em Iniciar: a rede começa com pesos aleatórios e, por isso, chuta.</translation>
    </message>
    <message>
        <source>The training could not start.</source>
        <translation>O treinamento não pôde começar.</translation>
    </message>
    <message>
        <source>The training could not continue.</source>
        <translation>O treinamento não pôde continuar.</translation>
    </message>
    <message>
        <source>Continue this training</source>
        <translation>Continuar este treinamento</translation>
    </message>
    <message>
        <source>Look at the network as it was when it was best on the validation pictures</source>
        <translation>Ver a rede como estava quando foi melhor nas imagens de validação</translation>
    </message>
    <message>
        <source>Stop this training; the next one has a tenth of its learning rate</source>
        <translation>Parar este treinamento; o próximo tem um décimo da taxa de aprendizado</translation>
    </message>
    <message>
        <source>Stop this training; the next one has ten times its learning rate</source>
        <translation>Parar este treinamento; o próximo tem dez vezes a taxa de aprendizado</translation>
    </message>
    <message>
        <source>Each picture is turned and moved a little, in a new way each time, so that the network cannot learn any by heart</source>
        <translation>Cada imagem é girada e deslocada um pouco, de um jeito novo a cada vez, para que a rede não decore nenhuma</translation>
    </message>
    <message>
        <source>Compare with the previous run</source>
        <translation>Comparar com o treinamento anterior</translation>
    </message>
    <message>
        <source>Stop training and keep the trained weights</source>
        <translation>Parar o treinamento e guardar os pesos treinados</translation>
    </message>
    <message>
        <source>This training uses only a part of them; with more pictures, the network learns less by heart</source>
        <translation>Este treinamento usa só uma parte delas; com mais imagens, a rede decora menos</translation>
    </message>
    <message>
        <source>For {batches} {batches|batch|batches}, {share} of its units have answered none of 64 pictures with more than 0: they no longer learn.</source>
        <translation>Por {batches} {batches|lote|lotes}, {share} das unidades não responderam com mais de 0 a nenhuma de 64 imagens: nada mais as ensina.</translation>
    </message>
    <message>
        <source>Their curves, settings and maps side by side</source>
        <translation>As curvas, as configurações e os mapas dos dois, lado a lado</translation>
    </message>
    <message>
        <source>Continue training after batch {batch}, where it was stopped, to the end</source>
        <translation>Continuar o treinamento depois do lote {batch}, onde parou, até o fim</translation>
    </message>
    <message>
        <source>The same settings; at each batch a random half of what the fully connected layers read is left out, so that less is learned by heart</source>
        <translation>As mesmas configurações; a cada lote, metade do que as camadas totalmente conectadas leem é sorteada e deixada de fora, para que menos seja decorado</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Em pausa.</translation>
    </message>
    <message>
        <source>{share} right in the latest batches</source>
        <translation>{share} de acerto nos lotes mais recentes</translation>
    </message>
</context>
<context>
    <name>Hovering</name>
    <message>
        <source>This number is made from {cells} input {cells|cell|cells}.</source>
        <translation>Este número vem de {cells} {cells|célula|células} da entrada.</translation>
    </message>
    <message>
        <source>This number is made from {cells} input {cells|cell|cells} in each of {channels} {channels|channel|channels}.</source>
        <translation>Este número vem de {cells} {cells|célula|células} da entrada em cada um dos {channels} {channels|canal|canais}.</translation>
    </message>
    <message>
        <source>{cells} {cells|cell|cells} under its window {cells|is|are} not the picture&apos;s own.</source>
        <translation>{cells} {cells|célula|células} sob a janela não {cells|é|são} da imagem.</translation>
    </message>
    <message>
        <source>No window reaches this cell.</source>
        <translation>Nenhuma janela alcança esta célula.</translation>
    </message>
    <message>
        <source>{count} {count|window lies|windows lie} on it.</source>
        <translation>{count} {count|janela passa|janelas passam} por ela.</translation>
    </message>
    <message>
        <source>This cell feeds {count} {count|output|outputs}.</source>
        <translation>Esta célula alimenta {count} {count|saída|saídas}.</translation>
    </message>
    <message>
        <source>This weight multiplies {count} {count|cell|cells}.</source>
        <translation>Este peso multiplica {count} {count|célula|células}.</translation>
    </message>
    <message>
        <source>This weight multiplies {count} {count|cell|cells}. Inserted zeros among them: {others}.</source>
        <translation>Este peso multiplica {count} {count|célula|células}. Zeros inseridos entre elas: {others}.</translation>
    </message>
    <message>
        <source>This weight multiplies {count} {count|cell|cells}. Padding among them: {others}.</source>
        <translation>Este peso multiplica {count} {count|célula|células}. Padding entre elas: {others}.</translation>
    </message>
</context>
<context>
    <name>Initializations</name>
    <message>
        <source>Usual (PyTorch&apos;s range)</source>
        <translation>Usual (intervalo do PyTorch)</translation>
    </message>
    <message>
        <source>Even chances between plus and minus one over the square root of a unit&apos;s inputs.</source>
        <translation>Chances iguais entre mais e menos um sobre a raiz quadrada do número de entradas da unidade.</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Normal, as wide as ReLU needs for signals that neither grow nor fade from layer to layer.</source>
        <translation>Normal, com a largura de que a ReLU precisa para que os sinais não cresçam nem sumam de camada em camada.</translation>
    </message>
    <message>
        <source>Xavier (Glorot)</source>
        <translation>Xavier (Glorot)</translation>
    </message>
    <message>
        <source>Even chances in a range that suits both directions; what Keras does.</source>
        <translation>Chances iguais num intervalo bom para os dois sentidos; é o que o Keras faz.</translation>
    </message>
    <message>
        <source>Small: normal, 0.01</source>
        <translation>Pequenos: normal, 0,01</translation>
    </message>
    <message>
        <source>Weights so small that signals fade in a deep network: it may begin to learn late, or not at all.</source>
        <translation>Pesos tão pequenos que os sinais somem numa rede profunda: ela pode demorar a aprender, ou nem aprender.</translation>
    </message>
    <message>
        <source>All zeros</source>
        <translation>Tudo zero</translation>
    </message>
    <message>
        <source>All units of a layer are alike and stay alike: the network cannot learn. To see why chance is needed.</source>
        <translation>Todas as unidades de uma camada são iguais e continuam iguais: a rede não consegue aprender. Para ver por que o acaso é necessário.</translation>
    </message>
    <message>
        <source>Too large: normal, 1</source>
        <translation>Grandes demais: normal, 1</translation>
    </message>
    <message>
        <source>The first answers are wild and the loss is huge: learning is slow, or runs away.</source>
        <translation>As primeiras respostas são absurdas e a perda é enorme: o aprendizado é lento, ou dispara.</translation>
    </message>
</context>
<context>
    <name>InkSliders</name>
    <message>
        <source>Shift right</source>
        <translation>Para a direita</translation>
    </message>
    <message>
        <source>Pixels of 28 to the right, or to the left</source>
        <translation>Pixels de 28 para a direita, ou para a esquerda</translation>
    </message>
    <message>
        <source>Shift down</source>
        <translation>Para baixo</translation>
    </message>
    <message>
        <source>Pixels of 28 down, or up</source>
        <translation>Pixels de 28 para baixo, ou para cima</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Degrees counterclockwise</source>
        <translation>Graus no sentido anti-horário</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>How many times as large</source>
        <translation>Quantas vezes maior</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Espessura</translation>
    </message>
    <message>
        <source>Pixels of 28 added to each side of a stroke, or taken away</source>
        <translation>Pixels de 28 acrescentados a cada lado do traço, ou tirados</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruído</translation>
    </message>
    <message>
        <source>Standard deviation of random levels added to each pixel</source>
        <translation>Desvio padrão dos níveis aleatórios somados a cada pixel</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Desfazer tudo</translation>
    </message>
    <message>
        <source>Leave the drawing as it is</source>
        <translation>Deixar o desenho como está</translation>
    </message>
</context>
<context>
    <name>InnerSteps</name>
    <message>
        <source>Before the first addition</source>
        <translation>Antes da primeira adição</translation>
    </message>
    <message>
        <source>Next addition</source>
        <translation>Próxima adição</translation>
    </message>
    <message>
        <source>Previous addition</source>
        <translation>Adição anterior</translation>
    </message>
    <message>
        <source>Go to the finished number</source>
        <translation>Ir para o número pronto</translation>
    </message>
    <message>
        <source>Go to the start of this output number, before any addition</source>
        <translation>Ir para o início deste número da saída, antes de qualquer adição</translation>
    </message>
    <message>
        <source>Go back one addition in the inner loops</source>
        <translation>Voltar uma adição nos laços internos</translation>
    </message>
    <message>
        <source>Go forward one addition in the inner loops</source>
        <translation>Avançar uma adição nos laços internos</translation>
    </message>
    <message>
        <source>Go to the end of the inner loops, where the number is finished</source>
        <translation>Ir para o fim dos laços internos, com o número pronto</translation>
    </message>
</context>
<context>
    <name>InputForm</name>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canais</translation>
    </message>
    <message>
        <source>Rows × columns</source>
        <translation>Linhas × colunas</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>Nomes</translation>
    </message>
    <message>
        <source>1: grey</source>
        <translation>1: cinza</translation>
    </message>
    <message>
        <source>3: colour</source>
        <translation>3: cores</translation>
    </message>
    <message>
        <source>How many channels the picture has</source>
        <translation>Quantos canais a imagem tem</translation>
    </message>
    <message>
        <source>Every picture is brought to this size</source>
        <translation>Toda imagem é levada a este tamanho</translation>
    </message>
    <message>
        <source>Rows of the picture</source>
        <translation>Linhas da imagem</translation>
    </message>
    <message>
        <source>Columns of the picture</source>
        <translation>Colunas da imagem</translation>
    </message>
    <message>
        <source>How many answers there are to choose from</source>
        <translation>Quantas respostas são possíveis</translation>
    </message>
    <message>
        <source>What the classes are called, with commas in between</source>
        <translation>Os nomes das classes, separados por vírgulas</translation>
    </message>
    <message>
        <source>What the network is called</source>
        <translation>O nome da rede</translation>
    </message>
</context>
<context>
    <name>InputGrid</name>
    <message>
        <source>{value} (padding)</source>
        <translation>{value} (padding)</translation>
    </message>
    <message>
        <source>The cells around the window, enlarged; click one to go there</source>
        <translation>As células em torno da janela, ampliadas; clique em uma para ir até lá</translation>
    </message>
    <message>
        <source>Loupe on the window</source>
        <translation>Lupa sobre a janela</translation>
    </message>
    <message>
        <source>{size}, stretched to {grid} with zeros</source>
        <translation>{size}, ampliada para {grid} com zeros</translation>
    </message>
    <message>
        <source>{value} (inserted)</source>
        <translation>{value} (inserido)</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Sheet to draw the input on</source>
        <translation>Folha para desenhar a entrada</translation>
    </message>
    <message>
        <source>{size}, in grey</source>
        <translation>{size}, em tons de cinza</translation>
    </message>
    <message>
        <source>Choose an example, open a picture, or draw one</source>
        <translation>Escolha um exemplo, abra uma imagem ou desenhe uma</translation>
    </message>
    <message>
        <source>Draw here; the right button erases</source>
        <translation>Desenhe aqui; o botão direito apaga</translation>
    </message>
</context>
<context>
    <name>InputTab</name>
    <message>
        <source>Typed numbers are taken as they are</source>
        <translation>Números digitados são usados como estão</translation>
    </message>
    <message>
        <source>The picture is grey: it has one channel. Open one in colour for red, green and blue</source>
        <translation>A imagem está em tons de cinza: tem um só canal. Para vermelho, verde e azul, abra uma colorida</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>como digitados</translation>
    </message>
    <message>
        <source>Double-click a cell of the input, or press E, to type its number.</source>
        <translation>Dê um duplo clique numa célula da entrada, ou tecle E, para digitar o número dela.</translation>
    </message>
    <message>
        <source>Typed numbers are used as they are, without a scale</source>
        <translation>Números digitados são usados como estão, sem escala</translation>
    </message>
</context>
<context>
    <name>InputTiles</name>
    <message>
        <source>the picture</source>
        <translation>a imagem</translation>
    </message>
    <message>
        <source>its red</source>
        <translation>o vermelho dela</translation>
    </message>
    <message>
        <source>its green</source>
        <translation>o verde dela</translation>
    </message>
    <message>
        <source>its blue</source>
        <translation>o azul dela</translation>
    </message>
</context>
<context>
    <name>InputWords</name>
    <message>
        <source>with a margin to {size}, which the network sees as 0</source>
        <translation>com uma margem até {size}, que a rede vê como 0</translation>
    </message>
    <message>
        <source>grey copied into {channels} channels</source>
        <translation>cinza copiado para {channels} canais</translation>
    </message>
    <message>
        <source>colours turned grey</source>
        <translation>cores convertidas em cinza</translation>
    </message>
    <message>
        <source>the middle {part} taken as it is</source>
        <translation>o meio, {part}, usado como está</translation>
    </message>
    <message>
        <source>the whole {part} taken as it is</source>
        <translation>toda a imagem, {part}, usada como está</translation>
    </message>
    <message>
        <source>the middle {part} reduced to {size}</source>
        <translation>o meio, {part}, reduzido a {size}</translation>
    </message>
    <message>
        <source>the whole {part} reduced to {size}</source>
        <translation>toda a imagem, {part}, reduzida a {size}</translation>
    </message>
    <message>
        <source>the middle {part} enlarged to {size}</source>
        <translation>o meio, {part}, ampliado para {size}</translation>
    </message>
    <message>
        <source>the whole {part} enlarged to {size}</source>
        <translation>toda a imagem, {part}, ampliada para {size}</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Sinal</translation>
    </message>
    <message>
        <source>Show these settings, or close them</source>
        <translation>Mostrar estes ajustes ou fechá-los</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
</context>
<context>
    <name>InterfaceSizes</name>
    <message>
        <source>Make everything this large when cnnviz starts again</source>
        <translation>Deixar tudo deste tamanho quando o cnnviz for aberto de novo</translation>
    </message>
    <message>
        <source>At this size the window would not fit on this screen.</source>
        <translation>Neste tamanho, a janela não caberia nesta tela.</translation>
    </message>
    <message>
        <source>Everything will be {size}% as large when you start cnnviz again.</source>
        <translation>Tudo ficará em {size}% do tamanho quando você abrir o cnnviz de novo.</translation>
    </message>
</context>
<context>
    <name>KeptRuns</name>
    <message>
        <source>Choose the folder of a run, or of several</source>
        <translation>Escolha a pasta de um treinamento, ou de vários</translation>
    </message>
    <message>
        <source>run</source>
        <translation>treinamento</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>Salvar animação</translation>
    </message>
</context>
<context>
    <name>KeptTool</name>
    <message>
        <source>Choose &amp;runs</source>
        <translation>&amp;Escolher treinamentos</translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation>Escolher treinamentos</translation>
    </message>
    <message>
        <source>Kept runs to choose from</source>
        <translation>Treinamentos guardados para escolher</translation>
    </message>
    <message>
        <source>Choose a folder with several runs</source>
        <translation>Escolha uma pasta com vários treinamentos</translation>
    </message>
    <message>
        <source>{count} {count|run|runs} in {name}, the best first</source>
        <translation>{count} {count|treinamento|treinamentos} em {name}, do melhor ao pior</translation>
    </message>
    <message>
        <source>{count} training now</source>
        <translation>{count} em andamento</translation>
    </message>
    <message>
        <source>curves: the best {most}</source>
        <translation>curvas: os {most} melhores</translation>
    </message>
    <message>
        <source>One run is kept: a second one makes a comparison.</source>
        <translation>Há um treinamento guardado: falta outro para comparar.</translation>
    </message>
    <message>
        <source>Open R&amp;aces</source>
        <translation>Abrir corrid&amp;as</translation>
    </message>
    <message>
        <source>Ready-made pairs of runs that differ in one thing</source>
        <translation>Pares de treinamentos já prontos, que diferem em uma coisa só</translation>
    </message>
    <message>
        <source>Open fol&amp;der…</source>
        <translation>Abrir pa&amp;sta…</translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation>Abrir uma pasta de treinamentos</translation>
    </message>
    <message>
        <source>All runs of a folder as one chart, as cnnviz sweep writes them</source>
        <translation>Todos os treinamentos de uma pasta em um só gráfico, como o cnnviz sweep os grava</translation>
    </message>
    <message>
        <source>There is no run in {name} yet. Runs appear here as soon as they start.</source>
        <translation>Ainda não há treinamentos em {name}: eles aparecem aqui assim que começarem.</translation>
    </message>
    <message>
        <source>Choose two to {most} runs to see them side by side.</source>
        <translation>Escolha de dois a {most} treinamentos para vê-los lado a lado.</translation>
    </message>
    <message>
        <source>{count} runs side by side.</source>
        <translation>{count} treinamentos lado a lado.</translation>
    </message>
    <message>
        <source>See two runs side by side here: their curves, the settings that differ, and the maps of the same picture at the same batch.</source>
        <translation>Aqui se veem dois treinamentos lado a lado: suas curvas, as configurações que diferem e os mapas da mesma imagem no mesmo lote.</translation>
    </message>
    <message>
        <source>No run is kept yet. Start one, then another.</source>
        <translation>Ainda não há nenhum treinamento guardado: inicie um e depois outro.</translation>
    </message>
    <message>
        <source>Which kept runs are shown side by side</source>
        <translation>Quais treinamentos guardados ficam lado a lado</translation>
    </message>
    <message>
        <source>Kept: {run}. Change one setting and click Start, or let a race train two networks that differ in one thing.</source>
        <translation>Guardado: {run}. Mude uma configuração e clique em Iniciar, ou deixe uma corrida treinar duas redes que diferem em uma coisa só.</translation>
    </message>
</context>
<context>
    <name>KeptWorkWords</name>
    <message>
        <source>Your work from last time is back.</source>
        <translation>Seu trabalho da última vez foi recuperado.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time. Your work has been restored.</source>
        <translation>Na última vez, o programa foi encerrado de forma inesperada. Seu trabalho foi recuperado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Your work from last time has been kept.</source>
        <translation>Seu trabalho da última vez foi guardado.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Your work from last time was not restored, because the program ended unexpectedly twice while doing so. You can find it in {folder}.</source>
        <translation>Seu trabalho da última vez não foi recuperado, porque o programa foi encerrado de forma inesperada duas vezes ao tentar. Ele está em {folder}.</translation>
    </message>
    <message>
        <source>Your work from last time could not be restored. You can find it in {folder}. {reason}</source>
        <translation>Não foi possível recuperar seu trabalho da última vez. Ele está em {folder}. {reason}</translation>
    </message>
    <message>
        <source>Preferences cannot be saved: {file} cannot be written.</source>
        <translation>Não foi possível salvar as preferências: não dá para gravar em {file}.</translation>
    </message>
    <message>
        <source>Your work cannot be kept for the next start, so save the experiment yourself before you close. {reason}</source>
        <translation>Não é possível guardar seu trabalho para a próxima vez; salve o experimento antes de fechar. {reason}</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>O programa terminou inesperadamente da última vez.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Relatar um problema</translation>
    </message>
    <message>
        <source>What happened is in the Help menu, “Report a problem”.</source>
        <translation>O que aconteceu está no menu Ajuda, em “Relatar um problema”.</translation>
    </message>
</context>
<context>
    <name>KernelCombo</name>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Your own kernel</source>
        <translation>Seu próprio kernel</translation>
    </message>
    <message>
        <source>Choose a ready-made kernel (filter)</source>
        <translation>Escolher um kernel (filtro) pronto</translation>
    </message>
</context>
<context>
    <name>KernelEditor</name>
    <message>
        <source>Kernel numbers</source>
        <translation>Números do kernel</translation>
    </message>
    <message>
        <source>The kernel’s numbers: type to change one, or paste a whole kernel</source>
        <translation>Os números do kernel: digite para mudar um ou cole um kernel inteiro</translation>
    </message>
    <message>
        <source>Drag over the cells to paint. Right button or Shift: paint 0.</source>
        <translation>Arraste pelas células para pintar. Botão direito ou Shift: pinta 0.</translation>
    </message>
    <message>
        <source>Click a number and type. You can write 0.5, 0,5 or 1/9.</source>
        <translation>Clique em um número e digite. Valem 0,5, 0.5 e 1/9.</translation>
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
        <source>Derivative x</source>
        <translation>Derivada x</translation>
    </message>
    <message>
        <source>Derivative y</source>
        <translation>Derivada y</translation>
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
        <source>Second derivative x</source>
        <translation>Segunda derivada x</translation>
    </message>
    <message>
        <source>Second derivative y</source>
        <translation>Segunda derivada y</translation>
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
        <source>Emboss</source>
        <translation>Alto-relevo</translation>
    </message>
    <message>
        <source>Curve, light on dark</source>
        <translation>Curva, clara no escuro</translation>
    </message>
    <message>
        <source>Curve, dark on light</source>
        <translation>Curva, escura no claro</translation>
    </message>
    <message>
        <source>Gabor, horizontal</source>
        <translation>Gabor, horizontal</translation>
    </message>
    <message>
        <source>Gabor, vertical</source>
        <translation>Gabor, vertical</translation>
    </message>
    <message>
        <source>Gabor, falling</source>
        <translation>Gabor, descendente</translation>
    </message>
    <message>
        <source>Gabor, rising</source>
        <translation>Gabor, ascendente</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>Números aleatórios</translation>
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
        <source>Edges: first derivative</source>
        <translation>Bordas: primeira derivada</translation>
    </message>
    <message>
        <source>Edges: second derivative</source>
        <translation>Bordas: segunda derivada</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Gabor filters</source>
        <translation>Filtros de Gabor</translation>
    </message>
    <message>
        <source>Diagonal line, falling</source>
        <translation>Linha diagonal descendente</translation>
    </message>
    <message>
        <source>Diagonal line, rising</source>
        <translation>Linha diagonal ascendente</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Aleatórios</translation>
    </message>
</context>
<context>
    <name>KernelPad</name>
    <message>
        <source>The kernel that is changed</source>
        <translation>O kernel que se altera</translation>
    </message>
    <message>
        <source>Click a weight to choose it, turn the wheel to change it, drag to paint with its number</source>
        <translation>Clique em um peso para escolhê-lo, gire a roda para mudá-lo aos poucos, arraste para pintar com o número dele</translation>
    </message>
</context>
<context>
    <name>KernelPicker</name>
    <message>
        <source>Gradients of all kernels</source>
        <translation>Gradientes de todos os kernels</translation>
    </message>
    <message>
        <source>Click a kernel to open its gradient</source>
        <translation>Clique em um kernel para abrir seu gradiente</translation>
    </message>
</context>
<context>
    <name>KernelTab</name>
    <message>
        <source>All kernels have one size: the others are now {height} × {width} too.</source>
        <translation>Todos os kernels têm o mesmo tamanho: os outros agora também são {height} × {width}.</translation>
    </message>
    <message>
        <source>Divided by the sum, {by}.</source>
        <translation>Dividido pela soma, {by}.</translation>
    </message>
    <message>
        <source>Sum 0: divided by the magnitudes, {by}.</source>
        <translation>Soma 0: dividido pelos módulos, {by}.</translation>
    </message>
    <message>
        <source>Only zeros: nothing to divide.</source>
        <translation>Só há zeros: nada a dividir.</translation>
    </message>
    <message>
        <source>Kernel {number} of {layer}</source>
        <translation>Kernel {number} de {layer}</translation>
    </message>
    <message>
        <source>Kernels of {layer}</source>
        <translation>Kernels de {layer}</translation>
    </message>
    <message>
        <source>Learned…</source>
        <translation>Aprendidos…</translation>
    </message>
    <message>
        <source>Kernels from the network</source>
        <translation>Kernels da rede</translation>
    </message>
    <message>
        <source>Paste kernel</source>
        <translation>Colar kernel</translation>
    </message>
    <message>
        <source>Use a kernel that the current network has learned</source>
        <translation>Usar um kernel que a rede atual aprendeu</translation>
    </message>
    <message>
        <source>The bias of the learned kernel was removed with it and is now 0.</source>
        <translation>O viés do kernel aprendido foi removido junto com ele e agora é 0.</translation>
    </message>
</context>
<context>
    <name>KernelTools</name>
    <message>
        <source>Turn kernel to the left</source>
        <translation>Girar kernel para a esquerda</translation>
    </message>
    <message>
        <source>Turn kernel to the right</source>
        <translation>Girar kernel para a direita</translation>
    </message>
    <message>
        <source>Mirror kernel upside down</source>
        <translation>Espelhar kernel na vertical</translation>
    </message>
    <message>
        <source>Clear kernel</source>
        <translation>Zerar kernel</translation>
    </message>
    <message>
        <source>Random kernel</source>
        <translation>Kernel aleatório</translation>
    </message>
    <message>
        <source>Change every sign: what was bright becomes dark</source>
        <translation>Trocar todos os sinais: o que era claro fica escuro</translation>
    </message>
    <message>
        <source>Make every number 0</source>
        <translation>Zerar todos os números</translation>
    </message>
    <message>
        <source>Put a named kernel here…</source>
        <translation>Pôr um kernel com nome aqui…</translation>
    </message>
    <message>
        <source>Put a kernel with a name in place of this one, in its middle</source>
        <translation>Pôr um kernel com nome no lugar deste, no meio dele</translation>
    </message>
    <message>
        <source>Named kernel</source>
        <translation>Kernel com nome</translation>
    </message>
    <message>
        <source>Change the sign of every weight</source>
        <translation>Trocar o sinal de todos os pesos</translation>
    </message>
    <message>
        <source>Turn the kernel to the left</source>
        <translation>Girar o kernel para a esquerda</translation>
    </message>
    <message>
        <source>Turn the kernel to the right</source>
        <translation>Girar o kernel para a direita</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>Pesos aleatórios</translation>
    </message>
    <message>
        <source>Set this kernel to 0</source>
        <translation>Pôr este kernel em 0</translation>
    </message>
    <message>
        <source>Set all kernels of this map to 0</source>
        <translation>Zerar todos os kernels deste mapa</translation>
    </message>
    <message>
        <source>Rotate 90° anticlockwise</source>
        <translation>Girar 90° no sentido anti-horário</translation>
    </message>
    <message>
        <source>Rotate 90° clockwise</source>
        <translation>Girar 90° no sentido horário</translation>
    </message>
    <message>
        <source>Mirror kernel left to right</source>
        <translation>Espelhar kernel na horizontal</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>Trocar esquerda e direita</translation>
    </message>
    <message>
        <source>Swap top and bottom</source>
        <translation>Trocar a parte de cima com a de baixo</translation>
    </message>
    <message>
        <source>Invert the kernel’s signs</source>
        <translation>Inverter os sinais do kernel</translation>
    </message>
    <message>
        <source>Normalize kernel</source>
        <translation>Normalizar kernel</translation>
    </message>
    <message>
        <source>Divide by the sum, so that the numbers add up to 1. If the sum is 0, divide by the sum of the absolute values</source>
        <translation>Dividir pela soma, para que os números somem 1. Se a soma for 0, dividir pela soma dos valores absolutos</translation>
    </message>
    <message>
        <source>New random numbers, like the ones a network starts with</source>
        <translation>Novos números aleatórios, como os do início de um treinamento</translation>
    </message>
</context>
<context>
    <name>KeyedRows</name>
    <message>
        <source>Type a number, or change it with Shift+↑ and ↓.</source>
        <translation>Digite um número, ou mude-o com Shift+↑ e ↓.</translation>
    </message>
    <message>
        <source>Number of the bar</source>
        <translation>Número da barra</translation>
    </message>
    <message>
        <source>Enter: save. Esc: cancel.</source>
        <translation>Enter: confirma. Esc: cancela.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Drawing pad</source>
        <translation>Folha de desenho</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>Entrada e saída</translation>
    </message>
    <message>
        <source>Number of a cell</source>
        <translation>Número de uma célula</translation>
    </message>
    <message>
        <source>Bars (1D)</source>
        <translation>Barras (1D)</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
    <message>
        <source>Enlarged feature map</source>
        <translation>Mapa de características ampliado</translation>
    </message>
    <message>
        <source>Columns of maps</source>
        <translation>Colunas de mapas</translation>
    </message>
    <message>
        <source>Windows and kernels</source>
        <translation>Janelas e kernels</translation>
    </message>
    <message>
        <source>Network editor</source>
        <translation>Editor de rede</translation>
    </message>
    <message>
        <source>Page buttons</source>
        <translation>Botões das páginas</translation>
    </message>
    <message>
        <source>move the pen</source>
        <translation>mover a caneta</translation>
    </message>
    <message>
        <source>move the pen in small steps</source>
        <translation>mover a caneta em passos pequenos</translation>
    </message>
    <message>
        <source>put the pen down or lift it</source>
        <translation>abaixar ou levantar a caneta</translation>
    </message>
    <message>
        <source>take back the stroke under way</source>
        <translation>desfazer o traço que está sendo feito</translation>
    </message>
    <message>
        <source>read the next cell</source>
        <translation>ler a próxima célula</translation>
    </message>
    <message>
        <source>move an enlarged grid</source>
        <translation>mover uma grade ampliada</translation>
    </message>
    <message>
        <source>move the window to the cell that was read</source>
        <translation>mover a janela para a célula lida</translation>
    </message>
    <message>
        <source>copy the numbers</source>
        <translation>copiar os números</translation>
    </message>
    <message>
        <source>save</source>
        <translation>confirmar</translation>
    </message>
    <message>
        <source>save and go to the next cell</source>
        <translation>confirmar e ir à próxima célula</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>cancelar</translation>
    </message>
    <message>
        <source>select a bar</source>
        <translation>selecionar uma barra</translation>
    </message>
    <message>
        <source>change the selected bar</source>
        <translation>mudar a barra selecionada</translation>
    </message>
    <message>
        <source>change the selected bar in large steps</source>
        <translation>mudar a barra selecionada em passos grandes</translation>
    </message>
    <message>
        <source>type the number of the selected bar</source>
        <translation>digitar o número da barra selecionada</translation>
    </message>
    <message>
        <source>set the selected bar to 0</source>
        <translation>zerar a barra selecionada</translation>
    </message>
    <message>
        <source>read the next map</source>
        <translation>ler o próximo mapa</translation>
    </message>
    <message>
        <source>enlarge the map</source>
        <translation>ampliar o mapa</translation>
    </message>
    <message>
        <source>show the previous or the next map</source>
        <translation>mostrar o mapa anterior ou o próximo</translation>
    </message>
    <message>
        <source>close the map</source>
        <translation>fechar o mapa</translation>
    </message>
    <message>
        <source>open the map</source>
        <translation>abrir o mapa</translation>
    </message>
    <message>
        <source>read the next number</source>
        <translation>ler o próximo número</translation>
    </message>
    <message>
        <source>open the number that was read</source>
        <translation>abrir o número lido</translation>
    </message>
    <message>
        <source>Go back: close what is open, show everything again, leave the full screen</source>
        <translation>Voltar: fechar o que está aberto, mostrar tudo de novo, sair da tela cheia</translation>
    </message>
    <message>
        <source>show the previous or the next page</source>
        <translation>mostrar a página anterior ou a próxima</translation>
    </message>
    <message>
        <source>Own classes</source>
        <translation>Classes próprias</translation>
    </message>
    <message>
        <source>remove the chosen example</source>
        <translation>remover o exemplo escolhido</translation>
    </message>
    <message>
        <source>Explained digit</source>
        <translation>Dígito explicado</translation>
    </message>
    <message>
        <source>move the patch</source>
        <translation>mover o quadrado</translation>
    </message>
    <message>
        <source>take the patch away</source>
        <translation>tirar o quadrado</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Apresentação</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>avançar</translation>
    </message>
    <message>
        <source>go back</source>
        <translation>voltar</translation>
    </message>
    <message>
        <source>make the screen black, or end it</source>
        <translation>deixar a tela preta, ou voltar</translation>
    </message>
    <message>
        <source>show a dot where you point</source>
        <translation>mostrar um ponto onde você aponta</translation>
    </message>
    <message>
        <source>dim all but what you point at</source>
        <translation>escurecer tudo, menos o que você aponta</translation>
    </message>
    <message>
        <source>draw marks that fade</source>
        <translation>riscar com a caneta; os riscos somem sozinhos</translation>
    </message>
    <message>
        <source>wipe the marks away</source>
        <translation>apagar os riscos</translation>
    </message>
    <message>
        <source>cover each answer until it is wanted</source>
        <translation>cobrir cada resposta até você querer mostrá-la</translation>
    </message>
    <message>
        <source>reveal the covered answer</source>
        <translation>revelar a resposta coberta</translation>
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
        <source>Reset settings</source>
        <translation>Restaurar ajustes</translation>
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
        <source>Algorithm</source>
        <translation>Algoritmo</translation>
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
        <source>Draw the input by hand</source>
        <translation>Desenhar a entrada à mão</translation>
    </message>
    <message>
        <source>Show output cells that the window has not reached yet</source>
        <translation>Mostrar as células da saída que a janela ainda não alcançou</translation>
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
        <source>Zoom to the window</source>
        <translation>Ampliar a janela</translation>
    </message>
    <message>
        <source>Copy the sum</source>
        <translation>Copiar a soma</translation>
    </message>
    <message>
        <source>Copy the sum as LaTeX</source>
        <translation>Copiar a soma em LaTeX</translation>
    </message>
    <message>
        <source>Copy the sum for LaTeX&apos;s math mode (package amsmath)</source>
        <translation>Copiar a soma para o modo matemático do LaTeX (pacote amsmath)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show settings</source>
        <translation>Mostrar os ajustes</translation>
    </message>
    <message>
        <source>Draw input</source>
        <translation>Desenhar entrada</translation>
    </message>
    <message>
        <source>Zoom in on the window in the input and on its cell in the output</source>
        <translation>Ampliar a janela na entrada e, na saída, a célula que ela produz</translation>
    </message>
    <message>
        <source>Show the loops in Python, line by line, and the same computation in PyTorch</source>
        <translation>Mostrar os laços em Python, linha por linha, e o mesmo cálculo em PyTorch</translation>
    </message>
    <message>
        <source>Set every setting back to its default; the picture stays</source>
        <translation>Voltar todos os ajustes ao valor inicial; a imagem fica</translation>
    </message>
    <message>
        <source>Show whole output</source>
        <translation>Mostrar saída inteira</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>Ajustar à tela</translation>
    </message>
    <message>
        <source>Zoom out until everything fits</source>
        <translation>Reduzir até caber tudo na tela</translation>
    </message>
    <message>
        <source>Move the window to the largest output: the best match of the kernel</source>
        <translation>Mover a janela para a maior saída: onde o kernel mais combina com a imagem</translation>
    </message>
    <message>
        <source>Move the window to the smallest output</source>
        <translation>Mover a janela para a menor saída</translation>
    </message>
    <message>
        <source>Jump down a tenth of the rows</source>
        <translation>Descer um décimo das linhas</translation>
    </message>
    <message>
        <source>Jump up a tenth of the rows</source>
        <translation>Subir um décimo das linhas</translation>
    </message>
    <message>
        <source>Go to the largest output</source>
        <translation>Ir à maior saída</translation>
    </message>
    <message>
        <source>Go to the smallest output</source>
        <translation>Ir à menor saída</translation>
    </message>
</context>
<context>
    <name>LabFilePresenter</name>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
</context>
<context>
    <name>LabWishes</name>
    <message>
        <source>Take from the network</source>
        <translation>Trazer da rede</translation>
    </message>
</context>
<context>
    <name>LaneMapsView</name>
    <message>
        <source>{name}: maps of the picture</source>
        <translation>{name}: mapas da imagem</translation>
    </message>
    <message>
        <source>batch {batch}</source>
        <translation>lote {batch}</translation>
    </message>
    <message>
        <source>{batch}: says {name} ({sure})</source>
        <translation>{batch}: diz {name} ({sure})</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimento dos pesos</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Suavização dos rótulos</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agenda da taxa</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Pesos iniciais</translation>
    </message>
    <message>
        <source>Early stop after</source>
        <translation>Parada antecipada após</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Aumento de dados</translation>
    </message>
    <message>
        <source>Data used</source>
        <translation>Dados usados</translation>
    </message>
    <message>
        <source>Numbers to learn</source>
        <translation>Números para aprender</translation>
    </message>
    <message>
        <source>{name}, pixels shuffled</source>
        <translation>{name}, pixels embaralhados</translation>
    </message>
    <message>
        <source>{count} pictures of {name}</source>
        <translation>{count} imagens de {name}</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>Épocas feitas</translation>
    </message>
    <message>
        <source>Seconds of learning</source>
        <translation>Segundos de aprendizado</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Acurácia na validação</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Perda na validação</translation>
    </message>
</context>
<context>
    <name>LanesView</name>
    <message>
        <source>Batch {batch}</source>
        <translation>Lote {batch}</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>lotes</translation>
    </message>
    <message>
        <source>Accuracy of each run</source>
        <translation>Acurácia de cada treinamento</translation>
    </message>
    <message>
        <source>Loss of each run</source>
        <translation>Perda de cada treinamento</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perda</translation>
    </message>
    <message>
        <source>Moment of all runs</source>
        <translation>Momento de todos os treinamentos</translation>
    </message>
    <message>
        <source>Look at the maps of all runs at an earlier batch</source>
        <translation>Ver os mapas de todos os treinamentos num lote anterior</translation>
    </message>
    <message>
        <source>% correct</source>
        <translation>% de acertos</translation>
    </message>
    <message>
        <source>Dots: validation pictures after each epoch; pale: the batches</source>
        <translation>Pontos: imagens de validação depois de cada época; claro: os lotes</translation>
    </message>
    <message>
        <source>What differs between the runs, and their results</source>
        <translation>O que difere entre os treinamentos e os seus resultados</translation>
    </message>
</context>
<context>
    <name>LargeNumber</name>
    <message>
        <source>{number} million</source>
        <translation>{number} mi</translation>
    </message>
    <message>
        <source>{number} billion</source>
        <translation>{number} bi</translation>
    </message>
    <message>
        <source>{number} trillion</source>
        <translation>{number} tri</translation>
    </message>
</context>
<context>
    <name>LayerFields</name>
    <message>
        <source>Maximum</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Soma</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Fica com</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernels</translation>
    </message>
    <message>
        <source>How many kernels there are: each one makes one map</source>
        <translation>Quantos kernels há: cada um faz um mapa</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>How many numbers the layer makes</source>
        <translation>Quantos números a camada faz</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Rows and columns of which one number is made</source>
        <translation>Linhas e colunas das quais se faz um número</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Stride</translation>
    </message>
    <message>
        <source>How many rows and columns the window moves at each step</source>
        <translation>Quantas linhas e colunas a janela anda a cada passo</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Rows and columns added around each map</source>
        <translation>Linhas e colunas acrescentadas em volta de cada mapa</translation>
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
        <source>Padding mode</source>
        <translation>Modo do padding</translation>
    </message>
    <message>
        <source>What the added cells hold</source>
        <translation>O que há nas células acrescentadas</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Zeros</translation>
    </message>
    <message>
        <source>Reflect</source>
        <translation>Refletir</translation>
    </message>
    <message>
        <source>Replicate</source>
        <translation>Repetir a borda</translation>
    </message>
    <message>
        <source>Circular</source>
        <translation>Circular</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Dilatação</translation>
    </message>
    <message>
        <source>How far apart the kernel’s cells lie; 1 is side by side</source>
        <translation>A distância entre as células do kernel; 1 é lado a lado</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Into how many parts maps and kernels are divided; a kernel reads the maps of its own part only</source>
        <translation>Em quantas partes se dividem mapas e kernels; um kernel lê só os mapas da sua parte</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>On: a learned number is added to each sum</source>
        <translation>Ligado: um número aprendido é acrescentado a cada soma</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Inclinação</translation>
    </message>
    <message>
        <source>What negative numbers are multiplied by</source>
        <translation>Por quanto os números negativos são multiplicados</translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation>Amplitude</translation>
    </message>
    <message>
        <source>The largest number that can come out</source>
        <translation>O maior número que pode sair</translation>
    </message>
    <message>
        <source>Steepness</source>
        <translation>Inclinação</translation>
    </message>
    <message>
        <source>What each number is multiplied by before the tanh</source>
        <translation>Por quanto cada número é multiplicado antes da tanh</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taxa</translation>
    </message>
    <message>
        <source>The share of numbers that training leaves out at random</source>
        <translation>A parte dos números que o treinamento desliga ao sortear</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>Arredondar para cima</translation>
    </message>
    <message>
        <source>On: a last window may reach beyond the padded map</source>
        <translation>Ligado: a última janela pode passar do mapa com padding</translation>
    </message>
    <message>
        <source>Average with padding</source>
        <translation>Média com padding</translation>
    </message>
    <message>
        <source>On: an average divides by padding cells too</source>
        <translation>Ligado: a média conta também as células do padding</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Épsilon</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by 0</source>
        <translation>Somado à variância, para nada ser dividido por 0</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>How much of the newest batch goes into the running numbers</source>
        <translation>Quanto do lote mais novo entra nos valores acumulados</translation>
    </message>
    <message>
        <source>Maps compared</source>
        <translation>Mapas comparados</translation>
    </message>
    <message>
        <source>How many neighbouring maps weaken each other</source>
        <translation>Quantos mapas vizinhos se enfraquecem</translation>
    </message>
    <message>
        <source>Of the formula x / (k + alpha / size · sum of squares) ^ beta</source>
        <translation>Da fórmula x / (k + alpha / tamanho · soma dos quadrados) ^ beta</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>What is done to each number; softmax compares all of them</source>
        <translation>O que se faz com cada número; softmax compara todos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Rows and columns of each kernel</source>
        <translation>Linhas e colunas de cada kernel</translation>
    </message>
    <message>
        <source>Which number is kept from each window</source>
        <translation>Qual número fica de cada janela</translation>
    </message>
    <message>
        <source>Full: any overlap</source>
        <translation>Full: qualquer sobreposição</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>Let the layer read this</source>
        <translation>Fazer a camada ler isto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>What the layer and its weights are called</source>
        <translation>O nome da camada e dos seus pesos</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lê</translation>
    </message>
    <message>
        <source>Choose the layers that this one reads: so a branch begins or ends</source>
        <translation>Escolher as camadas que esta lê: assim um ramo começa ou termina</translation>
    </message>
    <message>
        <source>Its parameters worked out, its cost, and its receptive field</source>
        <translation>A conta dos parâmetros, o custo e o campo receptivo</translation>
    </message>
    <message>
        <source>Figures of the layer</source>
        <translation>Números da camada</translation>
    </message>
</context>
<context>
    <name>LayerPictures</name>
    <message>
        <source>Blue below 0, orange above</source>
        <translation>Azul abaixo de 0, laranja acima</translation>
    </message>
    <message>
        <source>Kernels of {layer}</source>
        <translation>Kernels de {layer}</translation>
    </message>
    <message>
        <source>Changed since batch {batch}</source>
        <translation>O que mudou desde o lote {batch}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudança</translation>
    </message>
    <message>
        <source>Gradient of the weights</source>
        <translation>Gradiente dos pesos</translation>
    </message>
    <message>
        <source>Gradient of the kernels</source>
        <translation>Gradiente dos kernels</translation>
    </message>
    <message>
        <source>How the loss of your picture changes with each weight</source>
        <translation>Como a perda da sua imagem muda com cada peso</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>Outputs of the layer</source>
        <translation>Saídas da camada</translation>
    </message>
    <message>
        <source>Gradient of the outputs</source>
        <translation>Gradiente das saídas</translation>
    </message>
    <message>
        <source>Maps of {layer}, before its function</source>
        <translation>Mapas de {layer}, antes da sua função</translation>
    </message>
    <message>
        <source>Gradient of the maps</source>
        <translation>Gradiente dos mapas</translation>
    </message>
    <message>
        <source>How the loss of your picture changes with each output</source>
        <translation>Como a perda da sua imagem muda com cada saída</translation>
    </message>
    <message>
        <source>Weights of {layer}</source>
        <translation>Pesos de {layer}</translation>
    </message>
    <message>
        <source>Weights of {layer}, the first {most} units of {count}</source>
        <translation>Pesos de {layer}: as primeiras {most} unidades de {count}</translation>
    </message>
    <message>
        <source>Draw a digit on the Draw page: the gradients are those of the loss of your picture.</source>
        <translation>Desenhe um dígito na página Desenhar: os gradientes são os da perda da sua imagem.</translation>
    </message>
    <message>
        <source>Gradients at batch {batch}: how the loss of your picture changes with each number. The right answer is {label}, as you said in One step; the loss is {loss}. Orange: a larger number makes the loss larger; blue: smaller.</source>
        <translation>Gradientes no lote {batch}: como a perda da sua imagem muda com cada número. A resposta certa é {label}, como você disse em Um passo por dentro; a perda é {loss}. Laranja: um número maior aumenta a perda; azul: diminui.</translation>
    </message>
    <message>
        <source>Gradients at batch {batch}: how the loss of your picture changes with each number. The answer of the network, {label}, counts as right; the loss is {loss}. Orange: a larger number makes the loss larger; blue: smaller.</source>
        <translation>Gradientes no lote {batch}: como a perda da sua imagem muda com cada número. A resposta da rede, {label}, conta como certa; a perda é {loss}. Laranja: um número maior aumenta a perda; azul: diminui.</translation>
    </message>
</context>
<context>
    <name>LayerRows</name>
    <message>
        <source>waits for {layer}</source>
        <translation>espera por {layer}</translation>
    </message>
    <message>
        <source>reads {layers}</source>
        <translation>lê {layers}</translation>
    </message>
    <message>
        <source>parameters: {count}</source>
        <translation>parâmetros: {count}</translation>
    </message>
</context>
<context>
    <name>LayerTiles</name>
    <message>
        <source>from {low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>map {number}</source>
        <translation>mapa {number}</translation>
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
        <source>Numbers below 0 become 0; the others stay as they are.</source>
        <translation>Números abaixo de 0 viram 0; os outros ficam como estão.</translation>
    </message>
    <message>
        <source>{layer} · map {number} of {count}</source>
        <translation>{layer} · mapa {number} de {count}</translation>
    </message>
    <message>
        <source>{label} · average pooling {height} × {width}</source>
        <translation>{label} · average pooling {height} × {width}</translation>
    </message>
    <message>
        <source>{label} · sum pooling {height} × {width}</source>
        <translation>{label} · sum pooling {height} × {width}</translation>
    </message>
    <message>
        <source>{label} · min pooling {height} × {width}</source>
        <translation>{label} · min pooling {height} × {width}</translation>
    </message>
    <message>
        <source>Each {height} × {width} window becomes its mean: smaller maps, and small shifts of the drawing matter less.</source>
        <translation>Cada janela de {height} × {width} é trocada por sua média: os mapas diminuem, e pequenos deslocamentos do desenho importam menos.</translation>
    </message>
    <message>
        <source>Each {height} × {width} window becomes the sum of its numbers.</source>
        <translation>Cada janela de {height} × {width} é trocada pela soma dos seus números.</translation>
    </message>
    <message>
        <source>The smallest number of each {height} × {width} window is kept.</source>
        <translation>Fica o menor número de cada janela de {height} × {width}.</translation>
    </message>
    <message>
        <source>{label} · global max pooling</source>
        <translation>{label} · max pooling global</translation>
    </message>
    <message>
        <source>{label} · global average pooling</source>
        <translation>{label} · average pooling global</translation>
    </message>
    <message>
        <source>{label} · global sum pooling</source>
        <translation>{label} · sum pooling global</translation>
    </message>
    <message>
        <source>{label} · global min pooling</source>
        <translation>{label} · min pooling global</translation>
    </message>
    <message>
        <source>Of each map only its largest number is kept.</source>
        <translation>De cada mapa fica só o maior número.</translation>
    </message>
    <message>
        <source>Of each map only the mean of its numbers is kept.</source>
        <translation>De cada mapa fica só a média dos números.</translation>
    </message>
    <message>
        <source>Of each map only the sum of its numbers is kept.</source>
        <translation>De cada mapa fica só a soma dos números.</translation>
    </message>
    <message>
        <source>Of each map only its smallest number is kept.</source>
        <translation>De cada mapa fica só o menor número.</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>pooling</translation>
    </message>
    <message>
        <source>global pooling</source>
        <translation>pooling global</translation>
    </message>
    <message>
        <source>{label} · no activation</source>
        <translation>{label} · sem ativação</translation>
    </message>
    <message>
        <source>{label} · leaky ReLU</source>
        <translation>{label} · leaky ReLU</translation>
    </message>
    <message>
        <source>{label} · sigmoid</source>
        <translation>{label} · sigmoide</translation>
    </message>
    <message>
        <source>{label} · tanh</source>
        <translation>{label} · tanh</translation>
    </message>
    <message>
        <source>{label} · softmax</source>
        <translation>{label} · softmax</translation>
    </message>
    <message>
        <source>The numbers stay as they are.</source>
        <translation>Os números ficam como estão.</translation>
    </message>
    <message>
        <source>Numbers below 0 are multiplied by {slope}; the others stay as they are.</source>
        <translation>Números abaixo de 0 são multiplicados por {slope}; os outros ficam como estão.</translation>
    </message>
    <message>
        <source>Each number is bent to lie between 0 and 1; 0 becomes ½.</source>
        <translation>Cada número é levado para entre 0 e 1; 0 vira ½.</translation>
    </message>
    <message>
        <source>Each number is bent to lie between −1 and 1; 0 stays 0.</source>
        <translation>Cada número é levado para entre −1 e 1; 0 continua 0.</translation>
    </message>
    <message>
        <source>The numbers become probabilities that add up to 1: the larger a number, the larger its probability.</source>
        <translation>Os números viram probabilidades que somam 1: quanto maior o número, maior a sua probabilidade.</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>ativação</translation>
    </message>
    <message>
        <source>{label} · scaled tanh</source>
        <translation>{label} · tanh escalada</translation>
    </message>
    <message>
        <source>Each number x becomes {amplitude} · tanh({steepness} · x).</source>
        <translation>Cada número x vira {amplitude} · tanh({steepness} · x).</translation>
    </message>
    <message>
        <source>{label} · distances to codes</source>
        <translation>{label} · distâncias até códigos</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropout</translation>
    </message>
    <message>
        <source>{label} · dropout</source>
        <translation>{label} · dropout</translation>
    </message>
    <message>
        <source>addition</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>{label} · sum of branches</source>
        <translation>{label} · soma dos ramos</translation>
    </message>
    <message>
        <source>concatenation</source>
        <translation>concatenação</translation>
    </message>
    <message>
        <source>{label} · branches side by side</source>
        <translation>{label} · ramos lado a lado</translation>
    </message>
    <message>
        <source>The maps of all branches, one after the other.</source>
        <translation>Os mapas de todos os ramos, um depois do outro.</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>normalização em lote</translation>
    </message>
    <message>
        <source>{label} · batch normalization</source>
        <translation>{label} · normalização em lote</translation>
    </message>
    <message>
        <source>response normalization</source>
        <translation>normalização de resposta</translation>
    </message>
    <message>
        <source>{label} · local response normalization</source>
        <translation>{label} · normalização de resposta local</translation>
    </message>
    <message>
        <source>{label} · subsampling {height} × {width}</source>
        <translation>{label} · subamostragem {height} × {width}</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>convolução</translation>
    </message>
    <message>
        <source>{count} {count|map|maps}. For each map, a kernel of {height} × {width} slides over every input map ({inputs}). The products are added up, then a bias is added. Parameters: {weights}.</source>
        <translation>{count} {count|mapa|mapas}. Para cada mapa, um kernel de {height} × {width} desliza sobre todos os mapas de entrada ({inputs}). Os produtos são somados e recebem um viés. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>{count} {count|map|maps}. For each map, a kernel of {height} × {width} slides over those of the input maps ({inputs}) that it is joined to, and the products are added up. Parameters: {weights}.</source>
        <translation>{count} {count|mapa|mapas}. Para cada mapa, um kernel de {height} × {width} desliza sobre os mapas de entrada (de um total de {inputs}) a que está ligado, e os produtos são somados. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>{count} {count|map|maps}. For each map, a kernel of {height} × {width} slides over every input map ({inputs}), and the products are added up, without a bias. Parameters: {weights}.</source>
        <translation>{count} {count|mapa|mapas}. Para cada mapa, um kernel de {height} × {width} desliza sobre todos os mapas de entrada ({inputs}), e os produtos são somados, sem viés. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>achatamento</translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation>totalmente conectada</translation>
    </message>
    <message>
        <source>{count} {count|number|numbers}, each a weighted sum of all numbers of the previous layer, plus a bias. Parameters: {weights}.</source>
        <translation>{count} {count|número|números}; cada um é uma soma ponderada de todos os números da camada anterior, mais um viés. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>{count} {count|number|numbers}, each a weighted sum of all numbers of the previous layer, without a bias. Parameters: {weights}.</source>
        <translation>{count} {count|número|números}; cada um é uma soma ponderada de todos os números da camada anterior, sem viés. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>distances from codes</source>
        <translation>distâncias até códigos</translation>
    </message>
    <message>
        <source>{count} {count|number|numbers}, each the squared distance to the fixed code of its class. The smallest one is the answer.</source>
        <translation>{count} {count|número|números}; cada um é o quadrado da distância até o código fixo da sua classe. O menor deles é a resposta.</translation>
    </message>
    <message>
        <source>{layer} · {count} {count|number|numbers}</source>
        <translation>{layer} · {count} {count|número|números}</translation>
    </message>
    <message>
        <source>Each number is divided by a sum over {size} neighbouring {size|map|maps} at its place: strong numbers weaken those of the other maps.</source>
        <translation>Cada número é dividido por uma soma sobre {size} {size|mapa vizinho|mapas vizinhos} na mesma posição: números fortes enfraquecem os dos outros mapas.</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>subamostragem</translation>
    </message>
    <message>
        <source>The largest number of each {height} × {width} window is kept. The maps get smaller, and small shifts of the drawing matter less.</source>
        <translation>De cada janela de {height} × {width} fica o maior número. Os mapas diminuem, e pequenos deslocamentos do desenho importam menos.</translation>
    </message>
    <message>
        <source>During training, a random share of {rate} of the numbers is left out; afterwards all stay as they are.</source>
        <translation>Durante o treinamento, uma fração de {rate} dos números é descartada ao acaso; depois dele, todos ficam como estão.</translation>
    </message>
    <message>
        <source>The numbers of the branches are added, position by position.</source>
        <translation>Os números dos ramos são somados, posição por posição.</translation>
    </message>
    <message>
        <source>From each map its mean is subtracted, and the result is divided by its standard deviation, both measured during training; then it is multiplied by one learned number and another is added. Parameters: {weights}.</source>
        <translation>De cada mapa subtrai-se a média e divide-se pelo desvio padrão, ambos medidos durante o treinamento; depois multiplica-se por um número aprendido e soma-se outro. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>The sum of each {height} × {width} window, times a learned number of its map, plus a bias. Parameters: {weights}.</source>
        <translation>A soma de cada janela de {height} × {width}, vezes um número aprendido do seu mapa, mais um viés. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>The mean of each {height} × {width} window, times a learned number of its map, plus a bias. Parameters: {weights}.</source>
        <translation>A média de cada janela de {height} × {width}, vezes um número aprendido do seu mapa, mais um viés. Parâmetros: {weights}.</translation>
    </message>
    <message>
        <source>{label} · flatten</source>
        <translation>{label} · flatten</translation>
    </message>
    <message>
        <source>The same numbers in one row (flatten).</source>
        <translation>Os mesmos números em uma só fila (flatten).</translation>
    </message>
    <message>
        <source>{label} · fully connected</source>
        <translation>{label} · totalmente conectada</translation>
    </message>
</context>
<context>
    <name>LayersTool</name>
    <message>
        <source>gradient {norm}</source>
        <translation>gradiente {norm}</translation>
    </message>
    <message>
        <source>each batch changes the weights by {share}</source>
        <translation>cada lote muda os pesos em {share}</translation>
    </message>
    <message>
        <source>{share} of its units are dead</source>
        <translation>{share} das unidades estão mortas</translation>
    </message>
    <message>
        <source>The layer whose numbers are shown</source>
        <translation>A camada cujos números são mostrados</translation>
    </message>
    <message>
        <source>Kernels and maps of each layer, how the loss changes with them, and what training changed.</source>
        <translation>Os kernels e os mapas de cada camada, como a perda muda com eles e o que o treinamento mudou.</translation>
    </message>
    <message>
        <source>At this moment</source>
        <translation>Neste momento</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Ao longo do tempo</translation>
    </message>
    <message>
        <source>La&amp;yer</source>
        <translation>Ca&amp;mada</translation>
    </message>
    <message>
        <source>Layer to look into</source>
        <translation>Camada a examinar</translation>
    </message>
    <message>
        <source>Click Start: the layers appear here from the first batch on.</source>
        <translation>Clique em Iniciar: as camadas aparecem aqui desde o primeiro lote.</translation>
    </message>
    <message>
        <source>Kernels, maps and their gradients at this moment of the training</source>
        <translation>Kernels, mapas e seus gradientes neste momento do treinamento</translation>
    </message>
    <message>
        <source>How the numbers of the layer were distributed during the training</source>
        <translation>Como os números da camada se distribuíram durante o treinamento</translation>
    </message>
</context>
<context>
    <name>LearnedFollowing</name>
    <message>
        <source>Use a learned kernel</source>
        <translation>Usar um kernel aprendido</translation>
    </message>
</context>
<context>
    <name>LearnedPanel</name>
    <message>
        <source>{layer} · {count} kernels {height} × {width}</source>
        <translation>{layer} · {count} kernels {height} × {width}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
    <message>
        <source>Reading the weights…</source>
        <translation>Lendo os pesos…</translation>
    </message>
    <message>
        <source>Kernel {number} of {layer}, bias {bias}</source>
        <translation>Kernel {number} de {layer}, viés {bias}</translation>
    </message>
    <message>
        <source>Input map</source>
        <translation>Mapa de entrada</translation>
    </message>
    <message>
        <source>Back to the kernel</source>
        <translation>Voltar ao kernel</translation>
    </message>
    <message>
        <source>Back to the kernel (Esc)</source>
        <translation>Voltar ao kernel (Esc)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Which convolution of the network is shown</source>
        <translation>Qual convolução da rede é mostrada</translation>
    </message>
    <message>
        <source>Learned kernels</source>
        <translation>Kernels aprendidos</translation>
    </message>
    <message>
        <source>Take all kernels</source>
        <translation>Trazer todos os kernels</translation>
    </message>
    <message>
        <source>Take every kernel of this layer: an output channel each</source>
        <translation>Trazer todos os kernels desta camada: um canal de saída para cada</translation>
    </message>
    <message>
        <source>Use all {count}</source>
        <translation>Usar todos os {count}</translation>
    </message>
    <message>
        <source>Click a kernel to use it with its bias. Press Esc to go back.</source>
        <translation>Clique em um kernel para usá-lo com o seu viés. Esc volta.</translation>
    </message>
    <message>
        <source>These kernels were learned on numbers from about 0 to 1. Choose the range 0 … 1 (Picture tab) to get sums close to the network’s.</source>
        <translation>Estes kernels foram aprendidos com números de cerca de 0 a 1. Escolha a faixa 0 … 1 (aba Imagem) para obter somas próximas das da rede.</translation>
    </message>
    <message>
        <source>The input map that these weights multiply</source>
        <translation>O mapa de entrada que estes pesos multiplicam</translation>
    </message>
    <message>
        <source>The layer’s kernels; click one to use it</source>
        <translation>Os kernels da camada; clique em um para usá-lo</translation>
    </message>
</context>
<context>
    <name>LimitSlider</name>
    <message>
        <source>{name}: {least} to {most}, all of them possible</source>
        <translation>{name}: de {least} a {most}, todos possíveis</translation>
    </message>
    <message>
        <source>No value works here. Change another setting first</source>
        <translation>Nenhum valor serve aqui. Mude antes outro ajuste</translation>
    </message>
</context>
<context>
    <name>LinearWords</name>
    <message>
        <source>No activation is left: the whole network is now one linear map.</source>
        <translation>Não resta nenhuma ativação: a rede inteira agora é uma só função linear.</translation>
    </message>
    <message>
        <source>No activation is left: only the pooling, which keeps the largest number, is not linear.</source>
        <translation>Não resta nenhuma ativação: só o pooling, que fica com o maior número, não é linear.</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
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
        <source>Only a convolution has kernels; this network has none</source>
        <translation>Só uma convolução tem kernels; esta rede não tem nenhuma</translation>
    </message>
    <message>
        <source>Random weights: the network only guesses. Click Start.</source>
        <translation>Pesos aleatórios: a rede só chuta. Clique em Iniciar.</translation>
    </message>
    <message>
        <source>No convolution: no kernels</source>
        <translation>Sem convolução, sem kernels</translation>
    </message>
    <message>
        <source>Kernels of the first convolution</source>
        <translation>Kernels da primeira convolução</translation>
    </message>
    <message>
        <source>{layer}: {count} {count|kernel|kernels}, {inputs} × {height} × {width}</source>
        <translation>{layer}: {count} {count|kernel|kernels}, {inputs} × {height} × {width}</translation>
    </message>
    <message>
        <source>Probability of each class</source>
        <translation>Probabilidade de cada classe</translation>
    </message>
    <message>
        <source>The network answers</source>
        <translation>A rede responde</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>batch {batch}</source>
        <translation>lote {batch}</translation>
    </message>
    <message>
        <source>{layer}: {count} {count|kernel|kernels}, {height} × {width}</source>
        <translation>{layer}: {count} {count|kernel|kernels}, {height} × {width}</translation>
    </message>
    <message>
        <source>Everything here will change while it learns.</source>
        <translation>Tudo aqui muda enquanto a rede aprende.</translation>
    </message>
    <message>
        <source>Click Start: everything here changes while the network learns.</source>
        <translation>Clique em Iniciar: tudo aqui muda enquanto a rede aprende.</translation>
    </message>
    <message>
        <source>Draw a digit on the Draw page to see its feature maps here.</source>
        <translation>Desenhe um dígito na página Desenhar para ver aqui os mapas de características dele.</translation>
    </message>
    <message>
        <source>The picture, inside the network</source>
        <translation>A imagem, dentro da rede</translation>
    </message>
    <message>
        <source>The {digit}, inside the network</source>
        <translation>O {digit}, dentro da rede</translation>
    </message>
</context>
<context>
    <name>LoopTimesRow</name>
    <message>
        <source>The loops are being timed…</source>
        <translation>Medindo o tempo dos laços…</translation>
    </message>
    <message>
        <source>{count} {n|time|times} as fast</source>
        <translation>{count} {n|vez|vezes} mais rápido</translation>
    </message>
    <message>
        <source>For the whole output. The loops as they stand here, in Python: {python}; this program, with NumPy: {numpy}.</source>
        <translation>Para a saída inteira. Os laços como estão aqui, em Python: {python}; este programa, com NumPy: {numpy}.</translation>
    </message>
    <message>
        <source>The loops were timed on {timed} of {rows} rows.</source>
        <translation>Os laços foram medidos em {timed} de {rows} linhas.</translation>
    </message>
    <message>
        <source>Time them</source>
        <translation>Medir tempo</translation>
    </message>
    <message>
        <source>Measure how long the loops take on this picture, and libraries</source>
        <translation>Medir quanto tempo levam os laços e as bibliotecas nesta imagem</translation>
    </message>
    <message>
        <source>Time the loops</source>
        <translation>Medir o tempo dos laços</translation>
    </message>
</context>
<context>
    <name>LossRows</name>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Output z</source>
        <translation>Saída z</translation>
    </message>
    <message>
        <source>Probability p</source>
        <translation>Probabilidade p</translation>
    </message>
    <message>
        <source>Target t</source>
        <translation>Alvo t</translation>
    </message>
    <message>
        <source>Loss −t · ln p</source>
        <translation>Perda −t · ln p</translation>
    </message>
    <message>
        <source>Gradient p − t</source>
        <translation>Gradiente p − t</translation>
    </message>
</context>
<context>
    <name>LossTable</name>
    <message>
        <source>The loss, class by class</source>
        <translation>A perda, classe por classe</translation>
    </message>
</context>
<context>
    <name>MapDetail</name>
    <message>
        <source>Number {number}: {value}</source>
        <translation>Número {number}: {value}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation>Linha {row}, coluna {column}: {value}</translation>
    </message>
    <message>
        <source>click to see what it is made of</source>
        <translation>clique para ver de que ele é feito</translation>
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
        <source>Next map</source>
        <translation>Próximo mapa</translation>
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
        <source>Output for {label}: {value}</source>
        <translation>Saída para {label}: {value}</translation>
    </message>
    <message>
        <source>Draw a digit to see the numbers.</source>
        <translation>Desenhe um dígito para ver os números.</translation>
    </message>
    <message>
        <source>Previous map</source>
        <translation>Mapa anterior</translation>
    </message>
    <message>
        <source>Previous map (Page Up)</source>
        <translation>Mapa anterior (Page Up)</translation>
    </message>
    <message>
        <source>Next map (Page Down)</source>
        <translation>Próximo mapa (Page Down)</translation>
    </message>
    <message>
        <source>Click a number to see how it is made. Scroll to zoom, drag to move; use the arrow keys to read one number after another</source>
        <translation>Clique em um número para ver como ele é feito. Gire a roda para ampliar, arraste para mover; use as setas para ler um número de cada vez</translation>
    </message>
    <message>
        <source>Point at a number to read it. Click it to see how it is made. Press Esc to go back.</source>
        <translation>Aponte para um número para lê-lo. Clique nele para ver como ele é feito. Esc volta.</translation>
    </message>
</context>
<context>
    <name>MapPair</name>
    <message>
        <source>The second network has no {block} of this shape</source>
        <translation>A segunda rede não tem {block} com este formato</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primeira</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segunda</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>The open map</source>
        <translation>O mapa aberto</translation>
    </message>
</context>
<context>
    <name>MapRowsView</name>
    <message>
        <source>from {low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message>
        <source>kernel of {map}</source>
        <translation>kernel de {map}</translation>
    </message>
    <message>
        <source>what {map} adds</source>
        <translation>o que {map} acrescenta</translation>
    </message>
</context>
<context>
    <name>MapsPart</name>
    <message>
        <source>Gradients of the loss, layer by layer</source>
        <translation>Gradientes da perda, camada por camada</translation>
    </message>
    <message>
        <source>Outputs of the layers in this step</source>
        <translation>Saídas das camadas neste passo</translation>
    </message>
    <message>
        <source>What each layer makes of the picture, as while training.</source>
        <translation>O que cada camada faz com a imagem, como durante o treinamento.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>A imagem</translation>
    </message>
    <message>
        <source>How the loss changes with each number. Orange: a larger number makes the loss larger; blue: smaller. It is computed from the last layer to the first.</source>
        <translation>Como a perda muda com cada número. Laranja: um número maior aumenta a perda; azul: diminui. O cálculo vai da última camada à primeira.</translation>
    </message>
    <message>
        <source>How the loss changes with each pixel</source>
        <translation>Como a perda muda com cada pixel</translation>
    </message>
</context>
<context>
    <name>MapsTool</name>
    <message>
        <source>Point at a map to see what feeds it. Click it to open it.</source>
        <translation>Aponte para um mapa para ver de onde ele vem. Clique nele para abri-lo.</translation>
    </message>
    <message>
        <source>Before the activation too</source>
        <translation>Também antes da ativação</translation>
    </message>
    <message>
        <source>Show the sums before the activation as well, one row per stage</source>
        <translation>Mostra também as somas antes da ativação, uma linha por etapa</translation>
    </message>
</context>
<context>
    <name>MatrixCard</name>
    <message>
        <source>The window, laid out as row {row}</source>
        <translation>A janela, estendida como a linha {row}</translation>
    </message>
    <message>
        <source>The kernel, as column {column}</source>
        <translation>O kernel, como a coluna {column}</translation>
    </message>
    <message>
        <source>Their products</source>
        <translation>Os produtos</translation>
    </message>
    <message>
        <source>All {cells} {cells|number|numbers} of the input are one row, the weights of each unit a column: one product makes all {outputs} sums.</source>
        <translation>{cells|O único número|Todos os números} da entrada ({cells}) {cells|forma|formam} uma linha, e os pesos de cada unidade, uma coluna: um só produto faz todas as {outputs} somas.</translation>
    </message>
    <message>
        <source>Each window of {channels} × {height} × {width} cells is a row, each kernel a column: one product makes all {sums} sums of the layer.</source>
        <translation>Cada janela de {channels} × {height} × {width} células é uma linha, cada kernel uma coluna: um só produto faz todas as {sums} somas da camada.</translation>
    </message>
    <message>
        <source>Row {row} times column {column}: {cells} {cells|product|products} {cells|is|add up to} {total}; with the bias {bias} it is {value}.</source>
        <translation>Linha {row} vezes coluna {column}: {cells} {cells|produto soma|produtos somam} {total}; com o viés {bias}, dá {value}.</translation>
    </message>
    <message>
        <source>As one matrix product</source>
        <translation>Como um só produto de matrizes</translation>
    </message>
    <message>
        <source>Windows times kernels</source>
        <translation>Janelas vezes kernels</translation>
    </message>
    <message>
        <source>All windows of the layer, all kernels, and all sums</source>
        <translation>Todas as janelas da camada, todos os kernels e todas as somas</translation>
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
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Time&amp;line</source>
        <translation>&amp;Linha do tempo</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Interface si&amp;ze at the next start</source>
        <translation>Tamanho da interface na pró&amp;xima vez</translation>
    </message>
    <message>
        <source>&amp;Example pictures</source>
        <translation>Imagens de &amp;exemplo</translation>
    </message>
    <message>
        <source>Present &amp;on</source>
        <translation>Apresentar &amp;em</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;recente</translation>
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
    <name>MethodChoice</name>
    <message>
        <source>Explain the answer in this way</source>
        <translation>Explica a resposta deste modo</translation>
    </message>
</context>
<context>
    <name>MistakeWords</name>
    <message>
        <source>No class has a mistake.</source>
        <translation>Nenhuma classe tem erro.</translation>
    </message>
    <message>
        <source>The hardest class is {name}: {share} right. Its mistakes are most often taken for {other} ({times} {times|time|times}).</source>
        <translation>A classe mais difícil é {name}: {share} de acertos. Quando erra, a rede costuma responder {other} ({times} {times|vez|vezes}).</translation>
    </message>
    <message>
        <source>No mistakes were kept in this run.</source>
        <translation>Neste treinamento os erros não foram guardados.</translation>
    </message>
    <message>
        <source>It is older than the list of mistakes: start another one to see them.</source>
        <translation>Ele é anterior à lista de erros: inicie outro para vê-los.</translation>
    </message>
    <message>
        <source>{share} of the first epoch is done.</source>
        <translation>{share} da primeira época já passou.</translation>
    </message>
    <message>
        <source>The mistakes come after the first epoch.</source>
        <translation>Os erros aparecem depois da primeira época.</translation>
    </message>
    <message>
        <source>Mistakes are counted after each epoch: start again, and let it go on.</source>
        <translation>Os erros são contados depois de cada época: inicie de novo e deixe-o continuar.</translation>
    </message>
    <message>
        <source>Reading the pictures of {data}…</source>
        <translation>Lendo as imagens de {data}…</translation>
    </message>
    <message>
        <source>{data} has other pictures here than where this run was measured: only what was said of them can be shown.</source>
        <translation>Aqui, {data} tem outras imagens que não as da validação deste treinamento: só dá para mostrar o que a rede respondeu.</translation>
    </message>
    <message>
        <source>Most confident mistakes</source>
        <translation>Erros com mais certeza</translation>
    </message>
    <message>
        <source>{true}, said {true}: {count} {count|picture|pictures}</source>
        <translation>{true}, resposta {true}: {count} {count|imagem|imagens}</translation>
    </message>
    <message>
        <source>{true}, taken for {said}: {count} {count|picture|pictures}</source>
        <translation>{true}, confundido com {said}: {count} {count|imagem|imagens}</translation>
    </message>
    <message>
        <source>said {name} ({sure})</source>
        <translation>disse {name} ({sure})</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>é {name}</translation>
    </message>
    <message>
        <source>After epoch {epoch}, the network gets {wrong} of {count} validation pictures wrong.</source>
        <translation>Depois da época {epoch}, a rede erra {wrong} de {count} imagens de validação.</translation>
    </message>
    <message>
        <source>At the nearest epoch, {epoch}, the network gets {wrong} of {count} validation pictures wrong.</source>
        <translation>Na época mais próxima, a {epoch}, a rede erra {wrong} de {count} imagens de validação.</translation>
    </message>
    <message>
        <source>The network is then tested on all validation pictures. Here you see which classes it confuses, and the pictures that it gets wrong.</source>
        <translation>A rede então é testada em todas as imagens de validação. Aqui você vê quais classes ela confunde e as imagens em que ela erra.</translation>
    </message>
    <message>
        <source>The training ended before its first epoch was over.</source>
        <translation>O treinamento terminou antes do fim da primeira época.</translation>
    </message>
    <message>
        <source>Click Start: the mistakes appear here after each epoch.</source>
        <translation>Clique em Iniciar: depois de cada época, os erros aparecem aqui.</translation>
    </message>
    <message>
        <source>Validation picture {number} (is {name})</source>
        <translation>Imagem de validação {number} (é {name})</translation>
    </message>
</context>
<context>
    <name>MistakesTool</name>
    <message>
        <source>S&amp;hares instead of counts</source>
        <translation>&amp;Porcentagens em vez de quantidades</translation>
    </message>
    <message>
        <source>Shares instead of counts</source>
        <translation>Porcentagens em vez de quantidades</translation>
    </message>
    <message>
        <source>Write percents of the pictures of each row</source>
        <translation>Escrever porcentagens das imagens de cada linha</translation>
    </message>
    <message>
        <source>All &amp;mistakes</source>
        <translation>&amp;Todos os erros</translation>
    </message>
    <message>
        <source>All mistakes</source>
        <translation>Todos os erros</translation>
    </message>
    <message>
        <source>Show the surest mistakes of all classes again</source>
        <translation>Mostrar de novo os erros com mais certeza, de todas as classes</translation>
    </message>
    <message>
        <source>Validation pictures</source>
        <translation>Imagens de validação</translation>
    </message>
    <message>
        <source>Click a picture to use it on all pages</source>
        <translation>Clique em uma imagem para usá-la em todas as páginas</translation>
    </message>
</context>
<context>
    <name>MomentView</name>
    <message>
        <source>{number} of {all} {all|addition|additions}</source>
        <translation>{number} de {all} {all|soma|somas}</translation>
    </message>
    <message>
        <source>{number} of {all} {all|cell|cells}</source>
        <translation>{number} de {all} {all|célula|células}</translation>
    </message>
    <message>
        <source>Between the cells: 0, nothing to add</source>
        <translation>Entre as células: 0, nada a somar</translation>
    </message>
    <message>
        <source>Beyond the picture: left out</source>
        <translation>Fora da imagem: não entra</translation>
    </message>
    <message>
        <source>After the inner loops</source>
        <translation>Depois dos laços internos</translation>
    </message>
    <message>
        <source>The output cell is written</source>
        <translation>A célula da saída é escrita</translation>
    </message>
    <message>
        <source>Cell: {value}</source>
        <translation>Célula: {value}</translation>
    </message>
    <message>
        <source>The indices</source>
        <translation>Os índices</translation>
    </message>
    <message>
        <source>The indices of the loops: Python counts from 0, the page from 1</source>
        <translation>Os índices dos laços: o Python conta a partir de 0; a página, a partir de 1</translation>
    </message>
    <message>
        <source>The number so far</source>
        <translation>O número até aqui</translation>
    </message>
    <message>
        <source>What was added last</source>
        <translation>O que foi somado por último</translation>
    </message>
    <message>
        <source>No cell read yet</source>
        <translation>Nenhuma célula lida ainda</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>{page} ({keys})</source>
        <translation>{page} ({keys})</translation>
    </message>
</context>
<context>
    <name>NeighbourTiles</name>
    <message>
        <source>training picture</source>
        <translation>imagem de treino</translation>
    </message>
</context>
<context>
    <name>NeighboursView</name>
    <message>
        <source>Compared: {count} training pictures ({data}).</source>
        <translation>Foram comparadas {count} imagens de treino ({data}).</translation>
    </message>
    <message>
        <source>Reading the training pictures…</source>
        <translation>Lendo as imagens de treino…</translation>
    </message>
    <message>
        <source>Compared so far: {done} of {total} training pictures.</source>
        <translation>Comparadas até agora: {done} de {total} imagens de treino.</translation>
    </message>
    <message>
        <source>This network has classes of its own: there are no training pictures here to compare with.</source>
        <translation>Esta rede tem classes próprias: aqui não há imagens de treino para comparar.</translation>
    </message>
    <message>
        <source>Your digit</source>
        <translation>Seu dígito</translation>
    </message>
    <message>
        <source>Nearest training pictures of the class answered</source>
        <translation>Imagens de treino mais próximas da classe respondida</translation>
    </message>
    <message>
        <source>Under each picture: how far it is, in the last hidden layer</source>
        <translation>Embaixo de cada imagem: a distância, na última camada oculta</translation>
    </message>
    <message>
        <source>Nearest training pictures of the other class</source>
        <translation>Imagens de treino mais próximas da outra classe</translation>
    </message>
    <message>
        <source>Most similar training pictures of {label} (distance)</source>
        <translation>Os {label} do treino mais parecidos (distância)</translation>
    </message>
</context>
<context>
    <name>NetworkActions</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>What was open before</source>
        <translation>O que estava aberto antes</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>What was open after</source>
        <translation>O que estava aberto depois</translation>
    </message>
    <message>
        <source>Number before</source>
        <translation>Número anterior</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>Próximo número</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Próxima linha</translation>
    </message>
    <message>
        <source>Row before</source>
        <translation>Linha anterior</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Primeiro número</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Último número</translation>
    </message>
    <message>
        <source>Next map</source>
        <translation>Próximo mapa</translation>
    </message>
    <message>
        <source>Largest number</source>
        <translation>Maior número</translation>
    </message>
    <message>
        <source>Smallest number</source>
        <translation>Menor número</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproduzir</translation>
    </message>
    <message>
        <source>Normalize by the mean and variance of this picture, not by those measured while training; dropout leaves out nothing, and nothing is saved</source>
        <translation>Normalizar pela média e pela variância desta imagem, e não pelas medidas durante o treinamento; o dropout não descarta nada, e nada é salvo</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Passo a passo</translation>
    </message>
    <message>
        <source>Show window, kernel, products and sum of this number</source>
        <translation>Mostrar a janela, o kernel, os produtos e a soma deste número</translation>
    </message>
    <message>
        <source>Take this map&apos;s input, kernel and settings to the Convolution page</source>
        <translation>Levar a entrada, o kernel e os ajustes deste mapa para a página Convolução</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Previous map</source>
        <translation>Mapa anterior</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stay at this number</source>
        <translation>Ficar neste número</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Rede inteira</translation>
    </message>
    <message>
        <source>Show activations and normalizations in columns of their own</source>
        <translation>Mostrar ativações e normalizações em colunas próprias</translation>
    </message>
    <message>
        <source>Batch normalization as while training</source>
        <translation>Normalização em lote como no treinamento</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>A table of the layers: outputs, weights, cost and receptive field</source>
        <translation>Uma tabela das camadas: saídas, pesos, custo e campo receptivo</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alterar</translation>
    </message>
    <message>
        <source>Change weights and activations of a copy of the network</source>
        <translation>Alterar pesos e ativações de uma cópia da rede</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Montar</translation>
    </message>
    <message>
        <source>Add, remove and set the layers of a copy of the network</source>
        <translation>Adicionar, remover e ajustar as camadas de uma cópia da rede</translation>
    </message>
    <message>
        <source>Switch the map off or on</source>
        <translation>Desligar ou ligar o mapa</translation>
    </message>
    <message>
        <source>Set the map under the pointer, or the open one, to 0 or back</source>
        <translation>Zerar o mapa sob o ponteiro, ou o que está aberto, ou fazê-lo voltar</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Imagem inteira</translation>
    </message>
    <message>
        <source>Give the network the whole picture with a margin, not only its middle</source>
        <translation>Dar à rede a imagem inteira com uma margem, e não só o meio dela</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Put another picture or network beside this one</source>
        <translation>Pôr outra imagem ou outra rede ao lado desta</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Ver de perto</translation>
    </message>
    <message>
        <source>See what the open number sees, responds to and is computed from</source>
        <translation>Mostrar o que o número aberto vê, a que responde e como é calculado</translation>
    </message>
    <message>
        <source>Colours by map</source>
        <translation>Cores por mapa</translation>
    </message>
    <message>
        <source>Each map has a range of colours of its own</source>
        <translation>Cada mapa tem sua própria escala de cores</translation>
    </message>
    <message>
        <source>Colours by layer</source>
        <translation>Cores por camada</translation>
    </message>
    <message>
        <source>The maps of a layer share one range of colours</source>
        <translation>Os mapas de uma camada usam a mesma escala de cores</translation>
    </message>
    <message>
        <source>Colours by network</source>
        <translation>Cores por rede</translation>
    </message>
    <message>
        <source>All maps share one range of colours</source>
        <translation>Todos os mapas usam a mesma escala de cores</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>Move across the map automatically</source>
        <translation>Percorrer o mapa automaticamente</translation>
    </message>
    <message>
        <source>Every layer on its own</source>
        <translation>Cada camada por si</translation>
    </message>
</context>
<context>
    <name>NetworkButton</name>
    <message>
        <source>Network: {network}</source>
        <translation>Rede: {network}</translation>
    </message>
    <message>
        <source>Let this network answer</source>
        <translation>Deixar esta rede responder</translation>
    </message>
    <message>
        <source>{network} is not finished: its last layer names no classes</source>
        <translation>{network} não está pronta: a última camada não dá um número para cada classe</translation>
    </message>
    <message>
        <source>Networks and weights</source>
        <translation>Redes e pesos</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Open network or weights</source>
        <translation>Abrir rede ou pesos</translation>
    </message>
    <message>
        <source>Open a network or weights…</source>
        <translation>Abrir rede ou pesos…</translation>
    </message>
    <message>
        <source>{network} reads pictures of {size} and is not trained: choose it on the Network page</source>
        <translation>{network} lê imagens de {size} e não foi treinada: escolha-a na página Rede</translation>
    </message>
    <message>
        <source>Train this network from scratch, with random weights</source>
        <translation>Treinar esta rede do zero, com pesos aleatórios</translation>
    </message>
    <message>
        <source>Use a network from a file, or one whose weights are in a file</source>
        <translation>Usar uma rede de um arquivo, ou uma cujos pesos estão em um arquivo</translation>
    </message>
    <message>
        <source>Train a network from a file, or one whose weights are in a file</source>
        <translation>Treinar uma rede de um arquivo, ou uma cujos pesos estão em um arquivo</translation>
    </message>
</context>
<context>
    <name>NetworkChooser</name>
    <message>
        <source>Choose the network that answers: shipped, trained here or a file</source>
        <translation>Escolher a rede que responde: que vem com o programa, treinada aqui ou de um arquivo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>The network that answers</source>
        <translation>A rede que responde</translation>
    </message>
    <message>
        <source>Where the network that answers comes from, and how good it is</source>
        <translation>De onde vem a rede que responde e quanto ela acerta</translation>
    </message>
</context>
<context>
    <name>NetworkColumns</name>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
</context>
<context>
    <name>NetworkFileActions</name>
    <message>
        <source>Network, weights beside it (*.json)</source>
        <translation>Rede, com os pesos ao lado (*.json)</translation>
    </message>
    <message>
        <source>ONNX, for other programs (*.onnx)</source>
        <translation>ONNX, para outros programas (*.onnx)</translation>
    </message>
    <message>
        <source>PyTorch program, weights beside it (*.py)</source>
        <translation>Programa em PyTorch, com os pesos ao lado (*.py)</translation>
    </message>
    <message>
        <source>Weights alone (*.safetensors)</source>
        <translation>Só os pesos (*.safetensors)</translation>
    </message>
    <message>
        <source>Save network</source>
        <translation>Salvar rede</translation>
    </message>
    <message>
        <source>Keras program, weights beside it (*.py)</source>
        <translation>Programa em Keras, com os pesos ao lado (*.py)</translation>
    </message>
    <message>
        <source>Picture, all maps side by side (*.png)</source>
        <translation>Imagem, todos os mapas lado a lado (*.png)</translation>
    </message>
    <message>
        <source>NumPy array (*.npy)</source>
        <translation>Array do NumPy (*.npy)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabela (*.csv)</translation>
    </message>
    <message>
        <source>Export maps of {layer}</source>
        <translation>Exportar mapas de {layer}</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagem PNG (*.png)</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>Save page as PNG</source>
        <translation>Salvar página como PNG</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Desenho SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save page as SVG</source>
        <translation>Salvar página como SVG</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Gravando {name}…</translation>
    </message>
    <message>
        <source>Save network…</source>
        <translation>Salvar rede…</translation>
    </message>
    <message>
        <source>Layers and weights: for cnnviz, ONNX, PyTorch or Keras</source>
        <translation>Camadas e pesos: para o cnnviz, ONNX, PyTorch ou Keras</translation>
    </message>
    <message>
        <source>Export maps…</source>
        <translation>Exportar mapas…</translation>
    </message>
    <message>
        <source>The maps of the layer that is open, or was pointed at last</source>
        <translation>Os mapas da camada aberta ou da última apontada</translation>
    </message>
    <message>
        <source>Save page as PNG…</source>
        <translation>Salvar página como PNG…</translation>
    </message>
    <message>
        <source>What the page shows as a picture, twice as fine as the screen</source>
        <translation>O que a página mostra como imagem, com o dobro da resolução da tela</translation>
    </message>
    <message>
        <source>Save page as SVG…</source>
        <translation>Salvar página como SVG…</translation>
    </message>
    <message>
        <source>What the page shows as shapes, text and pictures of maps</source>
        <translation>O que a página mostra como formas, texto e imagens dos mapas</translation>
    </message>
</context>
<context>
    <name>NetworkFixes</name>
    <message>
        <source>Padding same</source>
        <translation>Padding same</translation>
    </message>
    <message>
        <source>{field} {value}</source>
        <translation>{field} {value}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
    <message>
        <source>Insert a flatten layer</source>
        <translation>Inserir um flatten</translation>
    </message>
    <message>
        <source>Remove {value}</source>
        <translation>Remover {value}</translation>
    </message>
    <message>
        <source>Join all maps</source>
        <translation>Ligar todos os mapas</translation>
    </message>
    <message>
        <source>Call it {value}</source>
        <translation>Usar o nome {value}</translation>
    </message>
    <message>
        <source>Concatenate them first</source>
        <translation>Concatenar antes</translation>
    </message>
    <message>
        <source>Concatenate instead</source>
        <translation>Concatenar em vez de somar</translation>
    </message>
    <message>
        <source>Read {value} only</source>
        <translation>Ler só {value}</translation>
    </message>
    <message>
        <source>Classes: {value}</source>
        <translation>Classes: {value}</translation>
    </message>
    <message>
        <source>Add {value} units at the end</source>
        <translation>Adicionar {value} unidades no fim</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>Remover camada</translation>
    </message>
</context>
<context>
    <name>NetworkHint</name>
    <message>
        <source>Opening {network}…</source>
        <translation>Abrindo a {network}…</translation>
    </message>
    <message>
        <source>As while training: batch normalization uses the mean and variance of this picture.</source>
        <translation>Como no treinamento: a normalização em lote usa a média e a variância desta imagem.</translation>
    </message>
    <message>
        <source>{network} has learned nothing: its weights are random. Click a map to open it.</source>
        <translation>{network} não aprendeu nada: seus pesos são aleatórios. Clique em um mapa para abri-lo.</translation>
    </message>
    <message>
        <source>Point at a map to see what feeds it. Click it to open it.</source>
        <translation>Aponte para um mapa para ver de onde ele vem. Clique nele para abri-lo.</translation>
    </message>
    <message>
        <source>Click a number of the map to open its sum.</source>
        <translation>Clique em um número do mapa para abrir a soma dele.</translation>
    </message>
    <message>
        <source>{label} · {title} · switched off</source>
        <translation>{label} · {title} · desligado</translation>
    </message>
    <message>
        <source>{label} · {title} · {value}</source>
        <translation>{label} · {title} · {value}</translation>
    </message>
    <message>
        <source>{label} · {title} · from {low} to {high}, {zeros} zeros</source>
        <translation>{label} · {title} · de {low} a {high}, {zeros} de zeros</translation>
    </message>
    <message>
        <source>{block} · from {low} to {high}, on average {mean}, {zeros} zeros</source>
        <translation>{block} · de {low} a {high}, em média {mean}, {zeros} zeros</translation>
    </message>
    <message>
        <source>Click a number of a window to see how it is made.</source>
        <translation>Clique em um número de uma janela para ver como ele é feito.</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
</context>
<context>
    <name>NetworkPlaces</name>
    <message>
        <source>row {row}, column {column}</source>
        <translation>linha {row}, coluna {column}</translation>
    </message>
</context>
<context>
    <name>NetworkStage</name>
    <message>
        <source>The network, from the picture to its answer</source>
        <translation>A rede, da imagem à resposta</translation>
    </message>
    <message>
        <source>Point at a map to see what feeds it; click it to open it</source>
        <translation>Aponte para um mapa para ver de onde ele vem; clique nele para abri-lo</translation>
    </message>
</context>
<context>
    <name>NetworkTitles</name>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>pooling</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropout</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>aumento de dados</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>embaralhada</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>{title} · from {low} to {high} · click to enlarge</source>
        <translation>{title} · de {low} a {high} · clique para ampliar</translation>
    </message>
    <message>
        <source>{layer} · for {label}: {value}</source>
        <translation>{layer} · para {label}: {value}</translation>
    </message>
    <message>
        <source>{layer} · number {number}: {value}</source>
        <translation>{layer} · número {number}: {value}</translation>
    </message>
    <message>
        <source>What the network sees · levels x from 0 to 255, read as {formulas}</source>
        <translation>O que a rede vê · níveis x de 0 a 255, lidos como {formulas}</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>{network}, changed</source>
        <translation>{network}, alterada</translation>
    </message>
    <message>
        <source>{network}, built</source>
        <translation>{network}, montada</translation>
    </message>
    <message>
        <source>{network}, over-fitted (1,000 pictures)</source>
        <translation>{network}, sobreajustada (1.000 imagens)</translation>
    </message>
    <message>
        <source>random weights: it has learned nothing</source>
        <translation>pesos aleatórios: não aprendeu nada</translation>
    </message>
    <message>
        <source>changed here by hand</source>
        <translation>alterada aqui, à mão</translation>
    </message>
    <message>
        <source>built here</source>
        <translation>montada aqui</translation>
    </message>
    <message>
        <source>opened from {file}</source>
        <translation>aberta de {file}</translation>
    </message>
    <message>
        <source>trained here: run {run}, epoch {epoch}, batch {batch}</source>
        <translation>treinada aqui: treinamento {run}, época {epoch}, lote {batch}</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>do programa</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>não treinada</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>alterada</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>de um arquivo</translation>
    </message>
    <message>
        <source>trained here</source>
        <translation>treinada aqui</translation>
    </message>
    <message>
        <source>own classes</source>
        <translation>classes próprias</translation>
    </message>
    <message>
        <source>{share} of the validation pictures correct</source>
        <translation>acerta {share} das imagens de validação</translation>
    </message>
    <message>
        <source>comes with cnnviz</source>
        <translation>vem com o cnnviz</translation>
    </message>
</context>
<context>
    <name>NumberWords</name>
    <message>
        <source>The cell is empty. Type a number, for example 0.</source>
        <translation>A célula está vazia. Digite um número, por exemplo 0.</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write a number such as 0.5 or 1/9.</source>
        <translation>“{text}” não é um número. Escreva um número, como 0,5 ou 1/9.</translation>
    </message>
    <message>
        <source>“{text}” is too large. The largest number allowed is one billion.</source>
        <translation>“{text}” é grande demais. O maior número permitido é um bilhão.</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number that is allowed here. Try 3.</source>
        <translation>“{text}” não é um número inteiro que caiba aqui. Experimente 3.</translation>
    </message>
</context>
<context>
    <name>NumbersFlyout</name>
    <message>
        <source>Spaces, tabs, semicolons or commas between numbers. With commas between, write decimals with a point.</source>
        <translation>Separe os números com espaço, tabulação ou ponto e vírgula; assim vale a vírgula decimal. Se separar com vírgulas, use ponto decimal.</translation>
    </message>
    <message>
        <source>New grid</source>
        <translation>Nova grade</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Paste numbers</source>
        <translation>Colar números</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>zeros</translation>
    </message>
    <message>
        <source>Make grid</source>
        <translation>Criar grade</translation>
    </message>
    <message>
        <source>Use these numbers</source>
        <translation>Usar estes números</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>Preencher com</translation>
    </message>
    <message>
        <source>0, 1, 2, …</source>
        <translation>0, 1, 2, …</translation>
    </message>
    <message>
        <source>random digits, 0 to 9</source>
        <translation>algarismos aleatórios, de 0 a 9</translation>
    </message>
    <message>
        <source>the current picture</source>
        <translation>a imagem atual</translation>
    </message>
    <message>
        <source>What the new cells contain. A larger picture is averaged to fit.</source>
        <translation>O que as novas células contêm. Uma imagem maior é reduzida pela média.</translation>
    </message>
    <message>
        <source>Use this grid as the input; you can then change every cell</source>
        <translation>Usar esta grade como entrada; depois é possível alterar cada célula</translation>
    </message>
    <message>
        <source>Use the numbers in the field above as the input</source>
        <translation>Usar como entrada os números do campo acima</translation>
    </message>
    <message>
        <source>One row per line, or lists as in [[1, 0], [0, -1]], as NumPy, PyTorch, MATLAB, R or a spreadsheet write them</source>
        <translation>Uma linha de números por linha, ou listas como [[1, 0], [0, -1]], do jeito que NumPy, PyTorch, MATLAB, R ou uma planilha escrevem</translation>
    </message>
</context>
<context>
    <name>NumbersPart</name>
    <message>
        <source>Point at a number or a pixel.</source>
        <translation>Aponte para um número ou um pixel.</translation>
    </message>
    <message>
        <source>The class {name} as a vector: one place of {count} is 1.</source>
        <translation>A classe {name} como vetor: uma posição entre {count} vale 1.</translation>
    </message>
    <message>
        <source>The row of the table</source>
        <translation>A linha da tabela</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 a 255</translation>
    </message>
    <message>
        <source>÷ 255</source>
        <translation>÷ 255</translation>
    </message>
    <message>
        <source>as the network gets it</source>
        <translation>como a rede recebe</translation>
    </message>
    <message>
        <source>How the numbers of the row are written</source>
        <translation>Como os números da linha são escritos</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>The picture; a pixel that is pointed at is marked in the row</source>
        <translation>A imagem; o pixel apontado é marcado na linha</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>The numbers one after the other, row by row</source>
        <translation>Os números um após o outro, linha por linha</translation>
    </message>
    <message>
        <source>Row of numbers</source>
        <translation>Linha de números</translation>
    </message>
    <message>
        <source>1 at the place of the class, 0 at all others</source>
        <translation>1 na posição da classe, 0 em todas as outras</translation>
    </message>
    <message>
        <source>One-hot vector</source>
        <translation>Vetor one-hot</translation>
    </message>
    <message>
        <source>Click a picture to see its numbers here.</source>
        <translation>Clique em uma imagem para ver aqui os números dela.</translation>
    </message>
</context>
<context>
    <name>OfferView</name>
    <message>
        <source>A run of {title} was interrupted in epoch {epoch} of {epochs}.</source>
        <translation>Um treinamento da {title} foi interrompido na época {epoch} de {epochs}.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard the interrupted run</source>
        <translation>Descartar o treinamento interrompido</translation>
    </message>
    <message>
        <source>Continue the interrupted run</source>
        <translation>Continuar o treinamento interrompido</translation>
    </message>
    <message>
        <source>Delete the interrupted run and what it saved</source>
        <translation>Excluir o treinamento interrompido e o que ele guardou</translation>
    </message>
    <message>
        <source>Continue exactly where the run stopped, with the same settings</source>
        <translation>Continuar exatamente de onde o treinamento parou, com as mesmas configurações</translation>
    </message>
</context>
<context>
    <name>OpenedMap</name>
    <message>
        <source>The opened map</source>
        <translation>O mapa aberto</translation>
    </message>
    <message>
        <source>Click a number to see how it is made. Scroll to zoom</source>
        <translation>Clique em um número para ver como ele é feito. Gire a roda do mouse para ampliar</translation>
    </message>
</context>
<context>
    <name>OpenedPanel</name>
    <message>
        <source>Largest: {place}</source>
        <translation>Maior: {place}</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc fecha</translation>
    </message>
    <message>
        <source>What the map is made of</source>
        <translation>De que o mapa é feito</translation>
    </message>
    <message>
        <source>Click a map to open that one</source>
        <translation>Clique em um mapa para abri-lo</translation>
    </message>
    <message>
        <source>What the number is made of</source>
        <translation>De que o número é feito</translation>
    </message>
    <message>
        <source>Click a number of a window to see how that one is made</source>
        <translation>Clique em um número de uma janela para ver como ele é feito</translation>
    </message>
</context>
<context>
    <name>OpeningBar</name>
    <message>
        <source>Opening {network}: {done} of {total} numbers</source>
        <translation>Abrindo a {network}: {done} de {total} números</translation>
    </message>
    <message>
        <source>{done} of {total} numbers</source>
        <translation>{done} de {total} números</translation>
    </message>
    <message>
        <source>Opening {network}: {done} of {total} million numbers</source>
        <translation>Abrindo a {network}: {done} de {total} milhões de números</translation>
    </message>
    <message>
        <source>{done} of {total} million numbers</source>
        <translation>{done} de {total} milhões de números</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stay with the network that was there before</source>
        <translation>Ficar com a rede que estava aqui antes</translation>
    </message>
    <message>
        <source>Numbers of the network that are there</source>
        <translation>Números da rede que já existem</translation>
    </message>
</context>
<context>
    <name>OperationChooser</name>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Transposta</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>1-D</source>
        <translation>1D</translation>
    </message>
</context>
<context>
    <name>OperationWords</name>
    <message>
        <source>the largest of {count}</source>
        <translation>o maior de {count}</translation>
    </message>
    <message>
        <source>the smallest of {count}</source>
        <translation>o menor de {count}</translation>
    </message>
    <message>
        <source>the {function} of {count}</source>
        <translation>{function} de {count}</translation>
    </message>
    <message>
        <source>the largest of {count} {count|number|numbers}</source>
        <translation>o maior de {count} {count|número|números}</translation>
    </message>
    <message>
        <source>the smallest of {count} {count|number|numbers}</source>
        <translation>o menor de {count} {count|número|números}</translation>
    </message>
    <message>
        <source>the {function} of {count} {count|number|numbers}</source>
        <translation>{function} de {count} {count|número|números}</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolução</translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <translation>Convolução transposta</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Gradient of a kernel</source>
        <translation>Gradiente de um kernel</translation>
    </message>
    <message>
        <source>Input map</source>
        <translation>Mapa de entrada</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Gradient of the kernel</source>
        <translation>Gradiente do kernel</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>× Gradient</source>
        <translation>× Gradiente</translation>
    </message>
    <message>
        <source>× Kernel</source>
        <translation>× Kernel</translation>
    </message>
    <message>
        <source>sum of all {count}</source>
        <translation>a soma dos {count}</translation>
    </message>
</context>
<context>
    <name>Optimizers</name>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD com momento</translation>
    </message>
    <message>
        <source>SGD with Nesterov momentum</source>
        <translation>SGD com momento de Nesterov</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
</context>
<context>
    <name>OutputGrid</name>
    <message>
        <source>The cells around the new one, enlarged; click one to go there</source>
        <translation>As células em torno da nova, ampliadas; clique em uma para ir até lá</translation>
    </message>
    <message>
        <source>Loupe on the output</source>
        <translation>Lupa sobre a saída</translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>Next kernel</source>
        <translation>Próximo kernel</translation>
    </message>
    <message>
        <source>Outputs of all kernels</source>
        <translation>Saídas de todos os kernels</translation>
    </message>
    <message>
        <source>Click one to see how it is made; arrow keys go from one to the next</source>
        <translation>Clique em uma para ver como ela é feita; as setas passam de uma para outra</translation>
    </message>
    <message>
        <source>The output appears here</source>
        <translation>A saída aparece aqui</translation>
    </message>
    <message>
        <source>kernel {number} of {count}</source>
        <translation>kernel {number} de {count}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>channel {number} of {count}</source>
        <translation>canal {number} de {count}</translation>
    </message>
    <message>
        <source>Show the output of the previous kernel</source>
        <translation>Mostrar a saída do kernel anterior</translation>
    </message>
    <message>
        <source>Previous kernel</source>
        <translation>Kernel anterior</translation>
    </message>
    <message>
        <source>Show the output of the next kernel</source>
        <translation>Mostrar a saída do próximo kernel</translation>
    </message>
</context>
<context>
    <name>OutputTools</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save the view, an animation, the output, or the whole experiment</source>
        <translation>Salvar a visualização, uma animação, a saída ou o experimento inteiro</translation>
    </message>
</context>
<context>
    <name>OverTime</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradientes</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Saídas</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respostas</translation>
    </message>
    <message>
        <source>How sure the network was of each answer for your picture</source>
        <translation>Quanta certeza a rede tinha de cada resposta para a sua imagem</translation>
    </message>
    <message>
        <source>Gradients of all layers</source>
        <translation>Gradientes de todas as camadas</translation>
    </message>
    <message>
        <source>Length of each layer&apos;s gradient; strong is long, by powers of ten</source>
        <translation>Comprimento do gradiente de cada camada; forte é longo, em potências de dez</translation>
    </message>
    <message>
        <source>Time runs from left to right; the stronger the colour, the more numbers there</source>
        <translation>O tempo corre da esquerda para a direita; quanto mais forte a cor, mais números ali</translation>
    </message>
</context>
<context>
    <name>OwnClassesPresenter</name>
    <message>
        <source>Add class</source>
        <translation>Adicionar classe</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>sorriso</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>triste</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutro</translation>
    </message>
    <message>
        <source>Add classes</source>
        <translation>Adicionar classes</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>Renomear classe</translation>
    </message>
    <message>
        <source>Remove class</source>
        <translation>Remover classe</translation>
    </message>
    <message>
        <source>Remove example</source>
        <translation>Remover exemplo</translation>
    </message>
    <message>
        <source>Open classes</source>
        <translation>Abrir classes</translation>
    </message>
    <message>
        <source>Add examples</source>
        <translation>Adicionar exemplos</translation>
    </message>
</context>
<context>
    <name>OwnDialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Choose pictures of the class</source>
        <translation>Escolher imagens da classe</translation>
    </message>
    <message>
        <source>Choose a folder of pictures; folders in it name classes</source>
        <translation>Escolher uma pasta de imagens; as pastas dentro dela dão nome a classes</translation>
    </message>
    <message>
        <source>Open own classes</source>
        <translation>Abrir classes próprias</translation>
    </message>
    <message>
        <source>Save network and examples</source>
        <translation>Salvar rede e exemplos</translation>
    </message>
    <message>
        <source>own classes</source>
        <translation>classes próprias</translation>
    </message>
    <message>
        <source>Own classes</source>
        <translation>Classes próprias</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Name your first class: a mood, a letter, any sign.</source>
        <translation>Dê nome à primeira classe: um humor, uma letra, qualquer sinal.</translation>
    </message>
    <message>
        <source>Name a second class: a network tells classes apart.</source>
        <translation>Dê nome a uma segunda classe: uma rede distingue classes.</translation>
    </message>
    <message>
        <source>Choose “{label}” in the list: it needs {count} more {count|example|examples}.</source>
        <translation>Escolha “{label}” na lista: {count|falta|faltam} {count} {count|exemplo|exemplos}.</translation>
    </message>
    <message>
        <source>Draw “{label}” on the sheet and add it ({key}): {count} more {count|example|examples} needed.</source>
        <translation>Desenhe “{label}” na folha e adicione ({key}): {count|falta|faltam} {count} {count|exemplo|exemplos}.</translation>
    </message>
    <message>
        <source>It learns from your examples, each changed a little.</source>
        <translation>Ela aprende com seus exemplos, cada um um pouco alterado.</translation>
    </message>
    <message>
        <source>Enough to train. More examples make it surer.</source>
        <translation>Já dá para treinar. Com mais exemplos, ela erra menos.</translation>
    </message>
    <message>
        <source>Another network answers now. Choose yours above, or train.</source>
        <translation>Agora quem responde é outra rede. Escolha a sua acima, ou treine.</translation>
    </message>
    <message>
        <source>Draw something: your classes answer at the right.</source>
        <translation>Desenhe algo: suas classes respondem à direita.</translation>
    </message>
    <message>
        <source>Saved as {file}, with all examples in it.</source>
        <translation>Salvo como {file}, com todos os exemplos.</translation>
    </message>
    <message>
        <source>{count} {count|picture|pictures} could not be read; the others were added.</source>
        <translation>{count} {count|imagem não pôde ser lida|imagens não puderam ser lidas}; as outras foram adicionadas.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Trained in {seconds} s.</source>
        <translation>Treinada em {seconds} s.</translation>
    </message>
    <message>
        <source>Stopped after {seconds} s, with {share} of the training done: try it, or train again while the computer has less to do.</source>
        <translation>Parou depois de {seconds} s, com {share} do treinamento feito: experimente, ou treine de novo com o computador mais livre.</translation>
    </message>
    <message>
        <source>Of {count} {count|example|examples} kept for validation, {share} were read correctly.</source>
        <translation>De {count} {count|exemplo separado|exemplos separados} para validação, {share} foram lidos corretamente.</translation>
    </message>
    <message>
        <source>With 5 or more examples per class, some are kept for validation.</source>
        <translation>Com 5 ou mais exemplos por classe, alguns são separados para validação.</translation>
    </message>
    <message>
        <source>The classes have changed since training: train again.</source>
        <translation>As classes mudaram desde o treinamento: treine de novo.</translation>
    </message>
</context>
<context>
    <name>PadPanel</name>
    <message>
        <source>Thin pen</source>
        <translation>Caneta fina</translation>
    </message>
    <message>
        <source>Thick pen</source>
        <translation>Caneta grossa</translation>
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
        <source>Eraser</source>
        <translation>Borracha</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Drawing pad for a digit</source>
        <translation>Folha para desenhar um dígito</translation>
    </message>
    <message>
        <source>Draw with the mouse, a pen or a finger; the right button erases. With the keyboard: arrow keys move the pen, Space lowers or lifts it.</source>
        <translation>Desenhe com o mouse, a caneta ou o dedo; o botão direito apaga. Com o teclado: as setas movem a caneta; a barra de espaço abaixa ou levanta a caneta.</translation>
    </message>
    <message>
        <source>Undo the last stroke (Ctrl+Z). Esc cancels the current stroke</source>
        <translation>Desfazer o último traço (Ctrl+Z). Esc cancela o traço atual</translation>
    </message>
</context>
<context>
    <name>PaddingEditor</name>
    <message>
        <source>How many cells are added around the picture</source>
        <translation>Quantas células são acrescentadas em volta da imagem</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>Linhas e colunas</translation>
    </message>
</context>
<context>
    <name>PaintBar</name>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Paint numbers</source>
        <translation>Pintar números</translation>
    </message>
    <message>
        <source>Press on a cell or drag over cells to paint this number; with the right button or Shift, 0</source>
        <translation>Clique em uma célula ou arraste por várias para pintar este número; com o botão direito ou Shift, 0</translation>
    </message>
    <message>
        <source>Number to paint</source>
        <translation>Número a pintar</translation>
    </message>
    <message>
        <source>What each painted cell becomes</source>
        <translation>O valor que cada célula pintada recebe</translation>
    </message>
</context>
<context>
    <name>PairEditor</name>
    <message>
        <source>rows</source>
        <translation>linhas</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>colunas</translation>
    </message>
    <message>
        <source>rows and columns</source>
        <translation>linhas e colunas</translation>
    </message>
</context>
<context>
    <name>PairField</name>
    <message>
        <source>Link both directions</source>
        <translation>Vincular as duas direções</translation>
    </message>
    <message>
        <source>Linked, both numbers change together</source>
        <translation>Vinculados, os dois números mudam juntos</translation>
    </message>
</context>
<context>
    <name>PatchesCard</name>
    <message>
        <source>Patch {rank}: {value}</source>
        <translation>Recorte {rank}: {value}</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>{map} answers these parts of {count} {count|picture|pictures} most strongly ({data}). Click one to look at its picture.</source>
        <translation>{map} responde mais fortemente a estas partes de {count} {count|imagem|imagens} ({data}). Clique em uma para ver a imagem dela.</translation>
    </message>
    <message>
        <source>The strongest patches</source>
        <translation>Os recortes mais fortes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>Imagens vistas</translation>
    </message>
    <message>
        <source>Use the picture that it is from on all pages</source>
        <translation>Usar em todas as páginas a imagem de onde ele vem</translation>
    </message>
    <message>
        <source>Look through a dataset for what this map answers to</source>
        <translation>Procurar em um conjunto de dados aquilo a que este mapa responde</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays</source>
        <translation>Parar de procurar; o que foi achado fica</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>Back to {place}</source>
        <translation>Voltar a {place}</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
    <message>
        <source>Files of numbers</source>
        <translation>Arquivos de números</translation>
    </message>
    <message>
        <source>{address} is an address on the web, and cnnviz does not go there. Open it in a browser, copy the picture itself there, and paste it here.</source>
        <translation>{address} é um endereço da web, e o cnnviz não acessa a web. Abra-o em um navegador, copie lá a própria imagem e cole-a aqui.</translation>
    </message>
    <message>
        <source>There is no picture to paste, and no numbers. Copy a picture, a picture file or a table of numbers first.</source>
        <translation>Não há imagem nem números para colar. Copie antes uma imagem, um arquivo de imagem ou uma tabela de números.</translation>
    </message>
    <message>
        <source>Open picture or experiment</source>
        <translation>Abrir imagem ou experimento</translation>
    </message>
    <message>
        <source>Pictures and experiments</source>
        <translation>Imagens e experimentos</translation>
    </message>
    <message>
        <source>cnnviz experiments</source>
        <translation>Experimentos do cnnviz</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Choose an example picture</source>
        <translation>Escolher uma imagem de exemplo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
</context>
<context>
    <name>PicturePresenter</name>
    <message>
        <source>pasted picture</source>
        <translation>imagem colada</translation>
    </message>
    <message>
        <source>part of a drawing</source>
        <translation>parte de um desenho</translation>
    </message>
    <message>
        <source>resized drawing</source>
        <translation>desenho redimensionado</translation>
    </message>
    <message>
        <source>Change cell</source>
        <translation>Mudar célula</translation>
    </message>
    <message>
        <source>New numbers</source>
        <translation>Novos números</translation>
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
        <source>Paste picture</source>
        <translation>Colar imagem</translation>
    </message>
    <message>
        <source>Paste numbers</source>
        <translation>Colar números</translation>
    </message>
    <message>
        <source>Crop picture</source>
        <translation>Recortar imagem</translation>
    </message>
    <message>
        <source>Resize picture</source>
        <translation>Redimensionar imagem</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Stretch picture</source>
        <translation>Clarear imagem</translation>
    </message>
    <message>
        <source>Dataset picture</source>
        <translation>Imagem do conjunto de dados</translation>
    </message>
    <message>
        <source>Example picture</source>
        <translation>Imagem de exemplo</translation>
    </message>
</context>
<context>
    <name>PictureTiles</name>
    <message>
        <source>validation picture {number}</source>
        <translation>imagem de validação {number}</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>Landscape</source>
        <translation>Paisagem</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Gato</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>Frutas</translation>
    </message>
    <message>
        <source>Balloons</source>
        <translation>Balões</translation>
    </message>
    <message>
        <source>Macaw</source>
        <translation>Arara</translation>
    </message>
    <message>
        <source>Sunflower</source>
        <translation>Girassol</translation>
    </message>
    <message>
        <source>Reef</source>
        <translation>Recife</translation>
    </message>
    <message>
        <source>Beach</source>
        <translation>Praia</translation>
    </message>
    <message>
        <source>Valley</source>
        <translation>Vale</translation>
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
    <message>
        <source>Typed numbers</source>
        <translation>Números digitados</translation>
    </message>
    <message>
        <source>Drawing, cells changed</source>
        <translation>Desenho, células alteradas</translation>
    </message>
    <message>
        <source>{name}, cells changed</source>
        <translation>{name}, células alteradas</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>números</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>tons de cinza</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>colorida</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recortada</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>redimensionada</translation>
    </message>
</context>
<context>
    <name>PicturesPart</name>
    <message>
        <source>of {count} {count|page|pages}</source>
        <translation>de {count} {count|página|páginas}</translation>
    </message>
    <message>
        <source>Which of the pictures are shown</source>
        <translation>Quais das imagens são mostradas</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Parte dos dados</translation>
    </message>
    <message>
        <source>Page of {count} pictures</source>
        <translation>Página com {count} imagens</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Próxima página</translation>
    </message>
    <message>
        <source>Mean picture</source>
        <translation>Imagem média</translation>
    </message>
    <message>
        <source>Each pixel is the mean of that pixel in all these pictures</source>
        <translation>Cada pixel é a média desse pixel em todas essas imagens</translation>
    </message>
</context>
<context>
    <name>PlacementSliders</name>
    <message>
        <source>Right</source>
        <translation>Direita</translation>
    </message>
    <message>
        <source>Shift the picture right or left</source>
        <translation>Deslocar a imagem para a direita ou para a esquerda</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Baixo</translation>
    </message>
    <message>
        <source>Shift the picture down or up</source>
        <translation>Deslocar a imagem para baixo ou para cima</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Repor</translation>
    </message>
    <message>
        <source>Let the second picture lie where the first lies</source>
        <translation>Pôr a segunda imagem onde está a primeira</translation>
    </message>
    <message>
        <source>Turn the picture counterclockwise</source>
        <translation>Girar a imagem no sentido anti-horário</translation>
    </message>
    <message>
        <source>Make the picture larger or smaller</source>
        <translation>Aumentar ou diminuir a imagem</translation>
    </message>
</context>
<context>
    <name>PointedCard</name>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Show how this number is made (Return)</source>
        <translation>Mostrar como este número é feito (Enter)</translation>
    </message>
</context>
<context>
    <name>PreparationStrip</name>
    <message>
        <source>What the network sees</source>
        <translation>O que a rede vê</translation>
    </message>
    <message>
        <source>What is far from the digit and small beside it is left out.</source>
        <translation>O que está longe do dígito e é pequeno perto dele fica de fora.</translation>
    </message>
    <message>
        <source>In 20 × 20</source>
        <translation>Em 20 × 20</translation>
    </message>
    <message>
        <source>The digit fitted in 20 × 20</source>
        <translation>O dígito encaixado em 20 × 20</translation>
    </message>
    <message>
        <source>What the network sees: 28 × 28 numbers</source>
        <translation>O que a rede vê: 28 × 28 números</translation>
    </message>
    <message>
        <source>The picture, brought to the size that the network reads. Click to read its numbers.</source>
        <translation>A imagem, levada ao tamanho que a rede lê. Clique para ler os números.</translation>
    </message>
    <message>
        <source>A box around your drawing. It does not matter where or how large you draw.</source>
        <translation>Uma caixa em volta do desenho. Não importa onde nem de que tamanho você desenha.</translation>
    </message>
    <message>
        <source>Your drawing and the box around it</source>
        <translation>Seu desenho e a caixa em volta dele</translation>
    </message>
    <message>
        <source>The box, resized to fit 20 × 20 pixels without changing its proportions.</source>
        <translation>A caixa, redimensionada para caber em 20 × 20 pixels, sem mudar as proporções.</translation>
    </message>
    <message>
        <source>The centre of mass is moved to the middle of 28 × 28, and the drawing is white on black as in MNIST. This is all that the network sees. Click to read its numbers.</source>
        <translation>O centro de massa vai para o meio de 28 × 28, e o desenho fica branco sobre preto, como no MNIST. Isso é tudo o que a rede vê. Clique para ler os números.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>A imagem</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>LeNet-5, good</source>
        <translation>LeNet-5, boa</translation>
    </message>
    <message>
        <source>LeNet-5, fast</source>
        <translation>LeNet-5, rápida</translation>
    </message>
    <message>
        <source>Four epochs of Adam, the rate rising high and falling again in one cycle: as well as LeNet-5 can, 99 of 100 digits of MNIST.</source>
        <translation>Quatro épocas de Adam, com a taxa subindo bastante e caindo de novo em um ciclo: o melhor que a LeNet-5 consegue, 99 de cada 100 dígitos do MNIST.</translation>
    </message>
    <message>
        <source>Keras&apos;s convnet</source>
        <translation>A convnet do Keras</translation>
    </message>
    <message>
        <source>Five epochs of RMSprop with Keras&apos;s settings, in batches of 64: the first convnet of many courses.</source>
        <translation>Cinco épocas de RMSprop com as configurações do Keras, em lotes de 64: a primeira convnet de muitos cursos.</translation>
    </message>
    <message>
        <source>Over-fit on purpose</source>
        <translation>Sobreajuste de propósito</translation>
    </message>
    <message>
        <source>LeNet-5 on only 1,000 pictures, for long: it learns them by heart, while its loss on pictures that it has never seen rises again.</source>
        <translation>A LeNet-5 com apenas 1.000 imagens, por muito tempo: ela decora as imagens, enquanto a perda nas que nunca viu volta a subir.</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>Língua de sinais</translation>
    </message>
    <message>
        <source>Twenty epochs of RMSprop in batches of 32, with dropout and batch normalization: letters signed with a hand.</source>
        <translation>Vinte épocas de RMSprop em lotes de 32, com dropout e normalização em lote: letras feitas com a mão.</translation>
    </message>
    <message>
        <source>CIFAR-10, plain SGD</source>
        <translation>CIFAR-10, SGD simples</translation>
    </message>
    <message>
        <source>Forty epochs of SGD without momentum on small colour pictures: slow, and about 75 of 100 right.</source>
        <translation>Quarenta épocas de SGD sem momento com imagens coloridas pequenas: lento, e cerca de 75 em cada 100 certas.</translation>
    </message>
    <message>
        <source>As “LeNet-5, good”, in a single epoch: a few seconds, and almost as many digits correct.</source>
        <translation>Como “LeNet-5, boa”, em uma única época: alguns segundos, e quase tantos acertos quanto ela.</translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Relatar um problema</translation>
    </message>
    <message>
        <source>Nothing is sent by itself. Copy this report, say what you did and what you expected, and send both to us (address: see README). It names the versions of cnnviz and of this system, and files that you opened: read it first.</source>
        <translation>Nada é enviado sozinho. Copie este relatório, diga o que você fez e o que esperava, e envie os dois para nós (endereço: veja o README). Ele traz as versões do cnnviz e deste sistema, e nomes de arquivos que você abriu: leia antes de enviar.</translation>
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
    <name>RacePlan</name>
    <message>
        <source>{count} networks learn in turn, a batch each, from the data chosen above: {settings}. It takes about as long as {count} runs. What differs is bold.</source>
        <translation>{count} redes aprendem em rodízio, um lote cada, com os dados escolhidos acima: {settings}. Leva mais ou menos o tempo de {count} treinamentos. O que difere está em negrito.</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>Camada {number}</translation>
    </message>
    <message>
        <source>The networks of the race, layer by layer</source>
        <translation>As redes da corrida, camada por camada</translation>
    </message>
</context>
<context>
    <name>Races</name>
    <message>
        <source>ReLU, tanh, sigmoid</source>
        <translation>ReLU, tanh, sigmoide</translation>
    </message>
    <message>
        <source>With and without pooling</source>
        <translation>Com e sem pooling</translation>
    </message>
    <message>
        <source>Convolution against dense layers</source>
        <translation>Convolução contra camadas densas</translation>
    </message>
    <message>
        <source>Pixels shuffled</source>
        <translation>Pixels embaralhados</translation>
    </message>
    <message>
        <source>With and without batch normalization</source>
        <translation>Com e sem normalização em lote</translation>
    </message>
    <message>
        <source>ReLU costs less to compute than the other functions, with no great difference in accuracy.</source>
        <translation>A ReLU é mais barata de calcular que as outras funções, sem grande diferença de acurácia.</translation>
    </message>
    <message>
        <source>Pooling leaves fewer numbers to learn, and shortens training.</source>
        <translation>O pooling deixa menos números para aprender e encurta o treinamento.</translation>
    </message>
    <message>
        <source>Convolutions find what matters in a picture better than fully connected layers with as many parameters.</source>
        <translation>Convoluções encontram o que importa numa imagem melhor que camadas totalmente conectadas com o mesmo número de parâmetros.</translation>
    </message>
    <message>
        <source>Near pixels tell more about each other than distant ones: convolutions live on that.</source>
        <translation>Pixels próximos dizem mais uns sobre os outros que pixels distantes: é disso que vivem as convoluções.</translation>
    </message>
    <message>
        <source>Batch normalization improves training.</source>
        <translation>A normalização em lote melhora o treinamento.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>with pooling</source>
        <translation>com pooling</translation>
    </message>
    <message>
        <source>without pooling</source>
        <translation>sem pooling</translation>
    </message>
    <message>
        <source>with dropout</source>
        <translation>com dropout</translation>
    </message>
    <message>
        <source>convolutions</source>
        <translation>convoluções</translation>
    </message>
    <message>
        <source>dense layers</source>
        <translation>camadas densas</translation>
    </message>
    <message>
        <source>convolutions, pixels in order</source>
        <translation>convoluções, pixels em ordem</translation>
    </message>
    <message>
        <source>convolutions, pixels shuffled</source>
        <translation>convoluções, pixels embaralhados</translation>
    </message>
    <message>
        <source>dense layers, pixels shuffled</source>
        <translation>camadas densas, pixels embaralhados</translation>
    </message>
    <message>
        <source>with batch normalization</source>
        <translation>com normalização em lote</translation>
    </message>
    <message>
        <source>without batch normalization</source>
        <translation>sem normalização em lote</translation>
    </message>
    <message>
        <source>Right most often: {ranking}.</source>
        <translation>Mais acertos: {ranking}.</translation>
    </message>
    <message>
        <source>Ahead after the first epoch: {ranking}.</source>
        <translation>À frente depois da primeira época: {ranking}.</translation>
    </message>
    <message>
        <source>Accuracies of {best} ({better}) and {worst} ({worse}): what lies within {limit} may be chance.</source>
        <translation>Acurácias de {best} ({better}) e {worst} ({worse}): uma diferença de até {limit} pode ser acaso.</translation>
    </message>
    <message>
        <source>Dropout, augmentation, neither</source>
        <translation>Dropout, aumento de dados, nenhum dos dois</translation>
    </message>
    <message>
        <source>Dropout prevents over-fitting, and so does augmentation.</source>
        <translation>O dropout evita o sobreajuste, e o aumento de dados também.</translation>
    </message>
    <message>
        <source>with augmentation</source>
        <translation>com aumento de dados</translation>
    </message>
    <message>
        <source>with neither</source>
        <translation>sem nenhum dos dois</translation>
    </message>
    <message>
        <source>After the first epoch {best} ({better}) and {worst} ({worse}): what lies within {limit} may be chance.</source>
        <translation>Depois da primeira época, {best} ({better}) e {worst} ({worse}): uma diferença de até {limit} pode ser acaso.</translation>
    </message>
    <message>
        <source>Quickest to learn: {better}, in {saved} less time than {worse}.</source>
        <translation>Aprendizado mais rápido: {better}, em {saved} menos tempo que {worse}.</translation>
    </message>
    <message>
        <source>All took about the same time.</source>
        <translation>Todos levaram mais ou menos o mesmo tempo.</translation>
    </message>
    <message>
        <source>Numbers to learn: {few} {better}, {many} {worse}.</source>
        <translation>Números para aprender: {few} {better}, {many} {worse}.</translation>
    </message>
    <message>
        <source>The claim holds here.</source>
        <translation>Aqui a afirmação se confirma.</translation>
    </message>
    <message>
        <source>The claim holds here in part.</source>
        <translation>Aqui a afirmação se confirma em parte.</translation>
    </message>
    <message>
        <source>The claim does not hold here.</source>
        <translation>Aqui a afirmação não se confirma.</translation>
    </message>
    <message>
        <source>Validation loss at the end, above its best: {ranking}.</source>
        <translation>Perda na validação no fim, acima da menor: {ranking}.</translation>
    </message>
    <message>
        <source>The validation losses ended {least} ({better}) and {most} ({worse}) above their best: no difference to speak of.</source>
        <translation>As perdas na validação terminaram {least} ({better}) e {most} ({worse}) acima da menor: nenhuma diferença digna de nota.</translation>
    </message>
</context>
<context>
    <name>RacesTool</name>
    <message>
        <source>Claim: {claim}</source>
        <translation>Afirmação: {claim}</translation>
    </message>
    <message>
        <source>&amp;Pause race</source>
        <translation>&amp;Pausar corrida</translation>
    </message>
    <message>
        <source>&amp;Resume race</source>
        <translation>&amp;Retomar corrida</translation>
    </message>
    <message>
        <source>Pause when the current batch is done</source>
        <translation>Pausar quando o lote atual terminar</translation>
    </message>
    <message>
        <source>Continue training from this batch</source>
        <translation>Continuar o treinamento a partir deste lote</translation>
    </message>
    <message>
        <source>&amp;Start race</source>
        <translation>&amp;Iniciar corrida</translation>
    </message>
    <message>
        <source>Train all networks of the race, a batch each in turn</source>
        <translation>Treinar todas as redes da corrida, um lote de cada por vez</translation>
    </message>
    <message>
        <source>Preparing the pictures and the networks…</source>
        <translation>Preparando as imagens e as redes…</translation>
    </message>
    <message>
        <source>What comes out will be here after the first epoch.</source>
        <translation>O resultado aparecerá aqui depois da primeira época.</translation>
    </message>
    <message>
        <source>So far: {outcome}</source>
        <translation>Até aqui: {outcome}</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Corrida</translation>
    </message>
    <message>
        <source>Which networks learn beside each other</source>
        <translation>Quais redes aprendem lado a lado</translation>
    </message>
    <message>
        <source>S&amp;top race</source>
        <translation>Pa&amp;rar corrida</translation>
    </message>
    <message>
        <source>Stop race</source>
        <translation>Parar corrida</translation>
    </message>
    <message>
        <source>End the race and keep what was learned</source>
        <translation>Encerrar a corrida e guardar o que foi aprendido</translation>
    </message>
</context>
<context>
    <name>RangeSlider</name>
    <message>
        <source>{name}, from {least} to {most}</source>
        <translation>{name}, de {least} a {most}</translation>
    </message>
</context>
<context>
    <name>RangeSwitch</name>
    <message>
        <source>Same colours by</source>
        <translation>Mesmas cores por</translation>
    </message>
    <message>
        <source>map</source>
        <translation>mapa</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>camada</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
</context>
<context>
    <name>ReadColumns</name>
    <message>
        <source>switched off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message>
        <source>{count} maps. Only those around the one that is read are listed; arrow keys read on.</source>
        <translation>{count} mapas. Só os que ficam em volta do que está sendo lido são listados; as setas leem os outros.</translation>
    </message>
</context>
<context>
    <name>ReadPlot</name>
    <message>
        <source>{count} points. Only those around the one that is read are listed; arrow keys read on.</source>
        <translation>{count} pontos. Só os que ficam em volta do que está sendo lido são listados; as setas leem os outros.</translation>
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
        <translation>&amp;Taxa de aprendizado</translation>
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
        <source>My drawings</source>
        <translation>Meus desenhos</translation>
    </message>
    <message>
        <source>Mixture…</source>
        <translation>Mistura…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Arquivo…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Tamanho do lote</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
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
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>Pictures to learn from</source>
        <translation>Imagens para aprender</translation>
    </message>
    <message>
        <source>How many of the training pictures are used, each class with its share</source>
        <translation>Quantas das imagens de treinamento são usadas, cada classe na sua proporção</translation>
    </message>
    <message>
        <source>Share of the training pictures to measure on after each epoch; with 0 those are the test pictures</source>
        <translation>Parte das imagens de treinamento em que se mede depois de cada época; com 0, são as imagens de teste</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>Ruído nos rótulos</translation>
    </message>
    <message>
        <source>Share of the training pictures that get a wrong class</source>
        <translation>Parte das imagens de treinamento que recebe uma classe errada</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>Semente dos dados</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>Semente dos dados</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Of SGD: the share of the last change that goes into the next, 0 up to 1</source>
        <translation>Do SGD: a parte da última mudança que entra na próxima, de 0 até menos de 1</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Variação da taxa</translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>Variação da taxa de aprendizado</translation>
    </message>
    <message>
        <source>How the learning rate changes from the first batch to the last</source>
        <translation>Como a taxa de aprendizado muda do primeiro ao último lote</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimento dos pesos</translation>
    </message>
    <message>
        <source>The share that is taken off each weight at a batch, times the rate; 0 is none, but with AdamW 0.01</source>
        <translation>A parte tirada de cada peso a cada lote, vezes a taxa; 0 é nenhuma, mas no AdamW é 0,01</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Suavização dos rótulos</translation>
    </message>
    <message>
        <source>The share of the probability that all classes get alike; 0 is none</source>
        <translation>A parte da probabilidade dividida igualmente entre todas as classes; 0 é nenhuma</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Pesos iniciais</translation>
    </message>
    <message>
        <source>How the weights are drawn before the first batch</source>
        <translation>Como os pesos são sorteados antes do primeiro lote</translation>
    </message>
    <message>
        <source>Early stop</source>
        <translation>Parada antecipada</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Threads of the processor</source>
        <translation>Threads do processador</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <source>Precision of a step</source>
        <translation>Precisão de um passo</translation>
    </message>
    <message>
        <source>bfloat16 has fewer digits: faster where the processor knows it, above all with many maps</source>
        <translation>bfloat16 tem menos dígitos: é mais rápido quando o processador o conhece, sobretudo com muitos mapas</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>Em degraus</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosseno</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Um ciclo</translation>
    </message>
    <message>
        <source>How a gradient changes the weights; RMSprop as Keras has it: decay 0.9, epsilon 1e-7</source>
        <translation>Como um gradiente muda os pesos; o RMSprop é o do Keras: decaimento 0,9, épsilon 1e-7</translation>
    </message>
    <message>
        <source>The pictures to train on, and the validation pictures that measure the network</source>
        <translation>As imagens de treinamento e as de validação, que medem o desempenho da rede</translation>
    </message>
    <message>
        <source>How much the weights change after each batch. A number above 0</source>
        <translation>Quanto os pesos mudam a cada lote. Um número maior que 0</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Conjunto de dados</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>Tamanho do &amp;lote</translation>
    </message>
    <message>
        <source>How many pictures the network sees before each update of the weights</source>
        <translation>Quantas imagens a rede vê antes de cada atualização dos pesos</translation>
    </message>
    <message>
        <source>How many times the network sees every training picture</source>
        <translation>Quantas vezes a rede vê cada imagem de treinamento</translation>
    </message>
    <message>
        <source>Where to compute. Devices that this computer does not have cannot be chosen</source>
        <translation>Onde calcular. Dispositivos que este computador não tem não podem ser escolhidos</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Share kept for validation</source>
        <translation>Parte reservada para validação</translation>
    </message>
    <message>
        <source>Stop after this many epochs without a lower validation loss</source>
        <translation>Parar depois deste número de épocas sem que a perda na validação diminua</translation>
    </message>
    <message>
        <source>The run shown: {recipe}</source>
        <translation>O treinamento mostrado: {recipe}</translation>
    </message>
    <message>
        <source>Every run starts {network} from scratch, with random weights.</source>
        <translation>Cada treinamento da {network} começa do zero, com pesos aleatórios.</translation>
    </message>
    <message>
        <source>The network to train. Every run starts from new random weights</source>
        <translation>A rede a ser treinada. Todo treinamento começa com novos pesos aleatórios</translation>
    </message>
    <message>
        <source>Which pictures are used, kept for validation or given a wrong class: the same seed gives the same ones, whatever the seed of the run</source>
        <translation>Quais imagens são usadas, ficam para a validação ou recebem uma classe errada: a mesma semente dá as mesmas, qualquer que seja a semente do treinamento</translation>
    </message>
    <message>
        <source>How many cores compute; automatic: all but one, which is left to the window</source>
        <translation>Quantos núcleos calculam; automático: todos menos um, que fica para a janela</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message>
        <source>You cannot change this during training. Click Stop first.</source>
        <translation>Não é possível mudar isto durante o treinamento. Clique antes em Parar.</translation>
    </message>
</context>
<context>
    <name>RecipeSheet</name>
    <message>
        <source>The settings cannot be changed during training: click Stop first. Only what says “now” can: type it and press Enter.</source>
        <translation>Os ajustes não podem ser mudados durante o treinamento: clique antes em Parar. Só o que diz “agora” pode: digite e pressione Enter.</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Configurações prontas</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizado</translation>
    </message>
    <message>
        <source>Settings of your own. A preset sets the network, the data and everything below.</source>
        <translation>Configurações suas. Uma configuração pronta define a rede, os dados e tudo abaixo.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Show what few need, such as seed, device and threads</source>
        <translation>Mostrar o que poucos usam, como semente, dispositivo e threads</translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>My drawings</source>
        <translation>Meus desenhos</translation>
    </message>
    <message>
        <source>{network} on {data}</source>
        <translation>{network} com {data}</translation>
    </message>
    <message>
        <source>momentum {value}</source>
        <translation>momento {value}</translation>
    </message>
    <message>
        <source>weight decay {value}</source>
        <translation>decaimento dos pesos {value}</translation>
    </message>
    <message>
        <source>label smoothing {value}</source>
        <translation>suavização dos rótulos {value}</translation>
    </message>
    <message>
        <source>first weights: {how}</source>
        <translation>pesos iniciais: {how}</translation>
    </message>
    <message>
        <source>batch {size}</source>
        <translation>lote {size}</translation>
    </message>
    <message>
        <source>{count} {count|epoch|epochs}</source>
        <translation>{count} {count|época|épocas}</translation>
    </message>
    <message>
        <source>stops after {count} without progress</source>
        <translation>para depois de {count} sem melhora</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semente {seed}</translation>
    </message>
    <message>
        <source>{count} {count|picture|pictures} used</source>
        <translation>{count} {count|imagem usada|imagens usadas}</translation>
    </message>
    <message>
        <source>{share} of the classes wrong</source>
        <translation>{share} das classes erradas</translation>
    </message>
    <message>
        <source>data seed {seed}</source>
        <translation>semente dos dados {seed}</translation>
    </message>
    <message>
        <source>rate {value}</source>
        <translation>taxa {value}</translation>
    </message>
    <message>
        <source>{begun}, now {value}</source>
        <translation>{begun}, agora {value}</translation>
    </message>
    <message>
        <source>{share} of them for validation</source>
        <translation>{share} delas para validação</translation>
    </message>
    <message>
        <source>pictures changed at random</source>
        <translation>imagens modificadas aleatoriamente</translation>
    </message>
    <message>
        <source>{network} on {data} ({count} {count|picture|pictures})</source>
        <translation>{network} com {data} ({count} {count|imagem|imagens})</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>{now} s of {all} s</source>
        <translation>{now} s de {all} s</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Draw once more</source>
        <translation>Desenhar outra vez</translation>
    </message>
    <message>
        <source>Time of the drawing</source>
        <translation>Tempo do desenho</translation>
    </message>
    <message>
        <source>Drag to any time of the drawing; the answer follows</source>
        <translation>Arraste para qualquer momento do desenho; a resposta acompanha</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Times as fast as the hand was ({keys})</source>
        <translation>Quantas vezes mais rápido que a mão ({keys})</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>How {network} was trained</source>
        <translation>Como a rede {network} foi treinada</translation>
    </message>
    <message>
        <source>On the test pictures, kept for the end: {accuracy}.</source>
        <translation>Nas imagens de teste, guardadas para o fim: {accuracy}.</translation>
    </message>
    <message>
        <source>Not finished: {done} of {epochs} {epochs|epoch is|epochs are} done.</source>
        <translation>Não terminado: {done} de {epochs} {epochs|época concluída|épocas concluídas}.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>O que foi tomado pelo quê</translation>
    </message>
    <message>
        <source>The surest mistakes</source>
        <translation>Os erros com mais certeza</translation>
    </message>
    <message>
        <source>Kernels of the layer {layer}</source>
        <translation>Kernels da camada {layer}</translation>
    </message>
    <message>
        <source>Epoch by epoch</source>
        <translation>Época por época</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De onde vem</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Acurácia</translation>
    </message>
    <message>
        <source>training</source>
        <translation>treino</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>Of {classes} classes, those taken for one another most often.</source>
        <translation>De {classes} classes, as que mais foram confundidas entre si.</translation>
    </message>
    <message>
        <source>The pictures cannot be shown: {reason}.</source>
        <translation>Não é possível mostrar as imagens: {reason}.</translation>
    </message>
    <message>
        <source>The pictures cannot be shown: those of {data} are no longer the ones of the run.</source>
        <translation>Não é possível mostrar as imagens: as de {data} já não são as do treinamento.</translation>
    </message>
    <message>
        <source>{shows}, taken for {said}: {sure} sure</source>
        <translation>{shows}, tomado por {said}: {sure} de certeza</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>mostra</translation>
    </message>
    <message>
        <source>said</source>
        <translation>resposta</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imagens</translation>
    </message>
    <message>
        <source>Orange above zero, blue below, white at zero; the newest weights.</source>
        <translation>Laranja acima de zero, azul abaixo, branco no zero; os pesos mais recentes.</translation>
    </message>
    <message>
        <source>In red, green and blue, grey at zero; the newest weights.</source>
        <translation>Em vermelho, verde e azul, cinza no zero; os pesos mais recentes.</translation>
    </message>
    <message>
        <source>The first {shown} of {all}.</source>
        <translation>Os primeiros {shown} de {all}.</translation>
    </message>
    <message>
        <source>The run has kept no weights yet.</source>
        <translation>O treinamento ainda não guardou pesos.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>parâmetros</translation>
    </message>
    <message>
        <source>data</source>
        <translation>dados</translation>
    </message>
    <message>
        <source>training pictures</source>
        <translation>imagens de treino</translation>
    </message>
    <message>
        <source>processes</source>
        <translation>processos</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>começou em</translation>
    </message>
    <message>
        <source>took</source>
        <translation>durou</translation>
    </message>
    <message>
        <source>command</source>
        <translation>comando</translation>
    </message>
    <message>
        <source>fingerprint of the pictures</source>
        <translation>impressão digital das imagens</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>versões</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconhecida</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>épocas</translation>
    </message>
    <message>
        <source>pictures in a batch</source>
        <translation>imagens por lote</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>otimizador</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>taxa de aprendizado</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>momento</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>decaimento dos pesos</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>suavização dos rótulos</translation>
    </message>
    <message>
        <source>schedule of the rate</source>
        <translation>variação da taxa</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>pesos iniciais</translation>
    </message>
    <message>
        <source>patience, in epochs</source>
        <translation>paciência, em épocas</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semente</translation>
    </message>
    <message>
        <source>device</source>
        <translation>dispositivo</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>training pictures used</source>
        <translation>imagens de treino usadas</translation>
    </message>
    <message>
        <source>share of wrong labels</source>
        <translation>parte de rótulos errados</translation>
    </message>
    <message>
        <source>seed of the data</source>
        <translation>semente dos dados</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>aumento de dados</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisão</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>em degraus</translation>
    </message>
    <message>
        <source>along half a cosine wave</source>
        <translation>ao longo de meia onda de cosseno</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>um ciclo</translation>
    </message>
    <message>
        <source>{value} after step {step}</source>
        <translation>{value} após o passo {step}</translation>
    </message>
    <message>
        <source>{accuracy} of the {count} validation {count|picture|pictures} correct after {epochs} {epochs|epoch|epochs}.</source>
        <translation>{accuracy} de acerto em {count} {count|imagem|imagens} de validação após {epochs} {epochs|época|épocas}.</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validação</translation>
    </message>
    <message>
        <source>Training: means of neighbouring batches, the band from the smallest to the largest. Validation: measured after each epoch.</source>
        <translation>Treino: médias de lotes vizinhos, com a faixa do menor ao maior valor. Validação: medida após cada época.</translation>
    </message>
    <message>
        <source>Rows: what the validation pictures show. Columns: what the network answered after epoch {epoch}.</source>
        <translation>Linhas: o que as imagens de validação mostram. Colunas: o que a rede respondeu após a época {epoch}.</translation>
    </message>
    <message>
        <source>Rows: what the validation pictures show. Columns: what the newest weights answer.</source>
        <translation>Linhas: o que as imagens de validação mostram. Colunas: o que respondem os pesos mais recentes.</translation>
    </message>
    <message>
        <source>It is not known what the network answered for each validation picture.</source>
        <translation>Não se sabe o que a rede respondeu para cada imagem de validação.</translation>
    </message>
    <message>
        <source>The network got every validation picture right.</source>
        <translation>A rede acertou todas as imagens de validação.</translation>
    </message>
    <message>
        <source>validation pictures</source>
        <translation>imagens de validação</translation>
    </message>
    <message>
        <source>share of them kept for validation</source>
        <translation>parte delas reservada para validação</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>The run has recorded nothing yet.</source>
        <translation>O treinamento ainda não registrou nada.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Numbers of every batch and epoch (*.csv)</source>
        <translation>Números de cada lote e época (*.csv)</translation>
    </message>
    <message>
        <source>Numbers for programs (*.json)</source>
        <translation>Números para programas (*.json)</translation>
    </message>
    <message>
        <source>Curves, sharp at any size (*.svg)</source>
        <translation>Curvas, nítidas em qualquer tamanho (*.svg)</translation>
    </message>
    <message>
        <source>Curves as a picture (*.png)</source>
        <translation>Curvas como imagem (*.png)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Salvar relatório</translation>
    </message>
    <message>
        <source>report</source>
        <translation>relatorio</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Copy the report, so that you can paste it into a message</source>
        <translation>Copiar o relatório, para colar em uma mensagem</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar o relatório</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Show the folder with the log and the reports of crashes</source>
        <translation>Mostrar a pasta com o registro e os relatórios de falhas</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir a pasta do registro</translation>
    </message>
    <message>
        <source>Open log &amp;folder</source>
        <translation>Abrir a &amp;pasta do registro</translation>
    </message>
    <message>
        <source>Page with everything about the run (*.html)</source>
        <translation>Página com tudo sobre o treinamento (*.html)</translation>
    </message>
    <message>
        <source>Settings as a PyTorch program (*.py)</source>
        <translation>Configurações como programa em PyTorch (*.py)</translation>
    </message>
</context>
<context>
    <name>ResizePanel</name>
    <message>
        <source>Resize</source>
        <translation>Redimensionar</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Rows, 4096 at most</source>
        <translation>Linhas, no máximo 4096</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Columns, 4096 at most</source>
        <translation>Colunas, no máximo 4096</translation>
    </message>
    <message>
        <source>Keep proportions</source>
        <translation>Manter proporções</translation>
    </message>
    <message>
        <source>How a new cell is made from the cells that it covers</source>
        <translation>Como uma célula nova é feita a partir das células que ela cobre</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Nearest cell</source>
        <translation>Vizinho mais próximo</translation>
    </message>
    <message>
        <source>Box (mean)</source>
        <translation>Caixa (média)</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>Bilinear</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicúbica</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Change height and width together</source>
        <translation>Mudar altura e largura juntas</translation>
    </message>
    <message>
        <source>Resize the picture to this height and width</source>
        <translation>Redimensionar a imagem para esta altura e largura</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>takes no part</source>
        <translation>não participa</translation>
    </message>
    <message>
        <source>({cell} − {weight})² = {product}</source>
        <translation>({cell} − {weight})² = {product}</translation>
    </message>
    <message>
        <source>{cell} × {weight} = {product}</source>
        <translation>{cell} × {weight} = {product}</translation>
    </message>
    <message>
        <source>weight of {map}</source>
        <translation>peso de {map}</translation>
    </message>
    <message>
        <source>kernel of {map}, row {row}, column {column}</source>
        <translation>kernel de {map}, linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>{map}, padding</source>
        <translation>{map}, padding</translation>
    </message>
    <message>
        <source>{map}, row {row}, column {column}</source>
        <translation>{map}, linha {row}, coluna {column}</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>MNIST has been downloaded. Click Start to train on it.</source>
        <translation>O MNIST foi baixado. Clique em Iniciar para treinar com ele.</translation>
    </message>
</context>
<context>
    <name>RunNotices</name>
    <message>
        <source>Downloading MNIST: {done} of {total} MB</source>
        <translation>Baixando o MNIST: {done} de {total} MB</translation>
    </message>
    <message>
        <source>&amp;Use built-in digits</source>
        <translation>Usar dígitos em&amp;butidos</translation>
    </message>
    <message>
        <source>Use built-in digits</source>
        <translation>Usar dígitos embutidos</translation>
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
        <source>&amp;Choose a folder…</source>
        <translation>Es&amp;colher pasta…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Escolher pasta</translation>
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
        <source>MNIST could not be downloaded: no server answered with the right files. Check your internet connection and try again, or use the built-in digits.</source>
        <translation>Não foi possível baixar o MNIST: nenhum servidor respondeu com os arquivos certos. Verifique a conexão e tente de novo, ou use os dígitos embutidos.</translation>
    </message>
    <message>
        <source>Cancelling the download…</source>
        <translation>Cancelando o download…</translation>
    </message>
    <message>
        <source>Connecting to the MNIST server…</source>
        <translation>Conectando ao servidor do MNIST…</translation>
    </message>
    <message>
        <source>Use digits that cnnviz draws itself; nothing to download</source>
        <translation>Usar dígitos que o próprio cnnviz desenha; nada para baixar</translation>
    </message>
    <message>
        <source>Download 70,000 handwritten digits from the internet, once only</source>
        <translation>Baixar da internet 70.000 dígitos manuscritos, uma única vez</translation>
    </message>
    <message>
        <source>Choose a folder with the four MNIST files, unpacked or .gz</source>
        <translation>Escolher uma pasta com os quatro arquivos do MNIST, descompactados ou .gz</translation>
    </message>
</context>
<context>
    <name>RunPlots</name>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>The loss will appear here after the first batch.</source>
        <translation>A perda aparece aqui depois do primeiro lote.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Acurácia</translation>
    </message>
    <message>
        <source>Loss over the batches</source>
        <translation>Perda ao longo dos lotes</translation>
    </message>
    <message>
        <source>Accuracy over the batches</source>
        <translation>Acurácia ao longo dos lotes</translation>
    </message>
    <message>
        <source>epoch {epoch}: best, {loss}</source>
        <translation>época {epoch}: melhor, {loss}</translation>
    </message>
    <message>
        <source>training {value}</source>
        <translation>treinamento {value}</translation>
    </message>
    <message>
        <source>this batch {value}</source>
        <translation>este lote {value}</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>Learning rate over the batches</source>
        <translation>Taxa de aprendizado ao longo dos lotes</translation>
    </message>
    <message>
        <source>training</source>
        <translation>treinamento</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validação</translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation>validação {value}</translation>
    </message>
    <message>
        <source>Click Start to see the loss: how wrong the network is. Lower is better.</source>
        <translation>Clique em Iniciar para ver a perda: o quanto a rede erra. Quanto menor, melhor.</translation>
    </message>
    <message>
        <source>The accuracy appears here: the share of pictures that the network gets right.</source>
        <translation>A acurácia aparece aqui: a porcentagem de imagens que a rede acerta.</translation>
    </message>
    <message>
        <source>Drag to move, scroll to zoom, double-click to show everything</source>
        <translation>Arraste para mover, gire a roda do mouse para ampliar ou reduzir, dê um duplo clique para ver tudo</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Preparing the pictures and the network…</source>
        <translation>Preparando as imagens e a rede…</translation>
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
        <source>{time} left</source>
        <translation>tempo restante: {time}</translation>
    </message>
    <message>
        <source>Finished in {seconds} s · {share} on {count} validation {count|picture|pictures}</source>
        <translation>Concluído em {seconds} s · {share} em {count} {count|imagem|imagens} de validação</translation>
    </message>
    <message>
        <source>{seconds} s · {share} on {count}</source>
        <translation>{seconds} s · {share} em {count}</translation>
    </message>
    <message>
        <source>Stopped before the first batch.</source>
        <translation>Parado antes do primeiro lote.</translation>
    </message>
    <message>
        <source>Stopped after batch {batch}</source>
        <translation>Parado depois do lote {batch}</translation>
    </message>
    <message>
        <source>{share} of the validation pictures right</source>
        <translation>{share} de acerto nas imagens de validação</translation>
    </message>
    <message>
        <source>{count} {count|picture|pictures}/s</source>
        <translation>{count} {count|imagem|imagens}/s</translation>
    </message>
    <message>
        <source>{count} processes learn together: each waits {share} of the time for the others.</source>
        <translation>{count} processos treinam juntos: cada um passa {share} do tempo à espera dos outros.</translation>
    </message>
    <message>
        <source>{count} processes learn together: each waits {share} of the time for the others, since {size} kB of gradients are exchanged after every batch. A larger batch makes that less.</source>
        <translation>{count} processos treinam juntos: cada um passa {share} do tempo à espera dos outros, pois {size} kB de gradientes são trocados depois de cada lote. Com um lote maior, a espera diminui.</translation>
    </message>
    <message>
        <source>This training is not being saved: {reason}.</source>
        <translation>Este treinamento não está sendo guardado: {reason}.</translation>
    </message>
    <message>
        <source>Another program is doing this training; what it writes appears here as it arrives. Click Start to begin your own.</source>
        <translation>Outro programa faz este treinamento; o que ele grava aparece aqui à medida que chega. Clique em Iniciar para começar o seu.</translation>
    </message>
    <message>
        <source>The network that you trained last time is here; you can use it and save it. Click Start for a new training.</source>
        <translation>A rede que você treinou da última vez está aqui: pode ser usada e salva. Clique em Iniciar para um novo treinamento.</translation>
    </message>
    <message>
        <source>Stopping after the current batch…</source>
        <translation>Parando após o lote atual…</translation>
    </message>
    <message>
        <source>Stopping as soon as the pictures are ready…</source>
        <translation>Parando assim que as imagens ficarem prontas…</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Looking for runs…</source>
        <translation>Procurando treinamentos…</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{done} of {epochs}</source>
        <translation>{done} de {epochs}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>concluído</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificado</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Excluir treinamento</translation>
    </message>
    <message>
        <source>Delete {name}, with all of its snapshots? It cannot be undone.</source>
        <translation>Excluir {name}, com todos os seus instantâneos? Não há como desfazer.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Runs on this computer</source>
        <translation>Treinamentos neste computador</translation>
    </message>
    <message>
        <source>Show run</source>
        <translation>Mostrar treinamento</translation>
    </message>
    <message>
        <source>Show the selected run</source>
        <translation>Mostrar o treinamento selecionado</translation>
    </message>
    <message>
        <source>Show its curves and its timeline, without training</source>
        <translation>Mostrar as curvas e a linha do tempo, sem treinar</translation>
    </message>
    <message>
        <source>Delete run…</source>
        <translation>Excluir treinamento…</translation>
    </message>
    <message>
        <source>Delete the selected run</source>
        <translation>Excluir o treinamento selecionado</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir pasta…</translation>
    </message>
    <message>
        <source>Show the run of another folder</source>
        <translation>Mostrar o treinamento de outra pasta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Close the list of runs</source>
        <translation>Fechar a lista de treinamentos</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Best accuracy</source>
        <translation>Melhor acurácia</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>No disco</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Treinamentos guardados</translation>
    </message>
    <message>
        <source>Return or a double click shows a run</source>
        <translation>Enter ou um clique duplo mostra um treinamento</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Guardar no máximo</translation>
    </message>
    <message>
        <source>runs of</source>
        <translation>treinamentos de</translation>
    </message>
    <message>
        <source>MB together</source>
        <translation>MB ao todo</translation>
    </message>
    <message>
        <source>Most runs that are kept</source>
        <translation>Máximo de treinamentos guardados</translation>
    </message>
    <message>
        <source>Megabytes that all runs may take</source>
        <translation>Megabytes que todos os treinamentos podem ocupar</translation>
    </message>
    <message>
        <source>No run is kept yet. Start one, or open a run folder.</source>
        <translation>Ainda não há treinamento guardado. Inicie um ou abra a pasta de um.</translation>
    </message>
    <message>
        <source>A run that is still being written cannot be deleted</source>
        <translation>Não é possível excluir um treinamento que ainda está sendo gravado</translation>
    </message>
    <message>
        <source>A run started on the command line is followed live</source>
        <translation>Um treinamento iniciado na linha de comando é acompanhado ao vivo</translation>
    </message>
    <message>
        <source>The oldest are deleted when a new run starts; one that can be continued stays</source>
        <translation>Os mais antigos são excluídos quando um novo começa; um que ainda pode continuar fica</translation>
    </message>
</context>
<context>
    <name>SavingQuestion</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Alterações não salvas</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Salvar as alterações em {name}?</translation>
    </message>
    <message>
        <source>If you do not save them, they are lost.</source>
        <translation>Se você não as salvar, elas se perdem.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Don’t save</source>
        <translation>&amp;Não salvar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>The screen that the window is on</source>
        <translation>A tela em que a janela está</translation>
    </message>
    <message>
        <source>Screen {number}: {name}, {width} × {height}</source>
        <translation>Tela {number}: {name}, {width} × {height}</translation>
    </message>
</context>
<context>
    <name>SecondColumns</name>
    <message>
        <source>{label} · from {low} to {high}, on average {mean}</source>
        <translation>{label} · de {low} a {high}, em média {mean}</translation>
    </message>
    <message>
        <source>{map} is in the second network only</source>
        <translation>{map} só existe na segunda rede</translation>
    </message>
    <message>
        <source>The second network, or what is different</source>
        <translation>A segunda rede, ou o que é diferente</translation>
    </message>
    <message>
        <source>Point at a map to see the same one above; click it to open that</source>
        <translation>Aponte para um mapa para ver o mesmo em cima; clique para abri-lo</translation>
    </message>
</context>
<context>
    <name>SectionWords</name>
    <message>
        <source>grey</source>
        <translation>cinza</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} canais</translation>
    </message>
    <message>
        <source>{n} kernels</source>
        <translation>{n} kernels</translation>
    </message>
    <message>
        <source>stride {pair}</source>
        <translation>stride {pair}</translation>
    </message>
    <message>
        <source>dilation {pair}</source>
        <translation>dilatação {pair}</translation>
    </message>
    <message>
        <source>padding {pair}</source>
        <translation>padding {pair}</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>girado</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>a imagem inteira</translation>
    </message>
    <message>
        <source>bias {bias}</source>
        <translation>viés {bias}</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>sem ativação</translation>
    </message>
    <message>
        <source>{values} {values|number|numbers}, {weights} {weights|weight|weights}</source>
        <translation>{values} {values|número|números}, {weights} {weights|peso|pesos}</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>There is not enough memory for this. Close other programs, or choose a smaller picture or less data.</source>
        <translation>Não há memória suficiente para isto. Feche outros programas, ou escolha uma imagem menor ou menos dados.</translation>
    </message>
    <message>
        <source>A kernel needs at least 1 row and 1 column; this one has {height} × {width}. Choose a size of 1 or more.</source>
        <translation>Um kernel precisa de pelo menos 1 linha e 1 coluna; este tem {height} × {width}. Escolha um tamanho de 1 ou mais.</translation>
    </message>
    <message>
        <source>The stride is {stride}; the window would never move. Choose 1 or more.</source>
        <translation>O stride é {stride}; assim a janela não se moveria. Escolha 1 ou mais.</translation>
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
        <source>{channels} × {height} × {width} cells are more than the {limit} million that fit. Choose a smaller stride, less padding, fewer kernels or a smaller picture.</source>
        <translation>{channels} × {height} × {width} células são mais que os {limit} milhões que cabem. Escolha um stride menor, menos padding, menos kernels ou uma imagem menor.</translation>
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
        <source>The kernel holds {value}, which is not a finite number. Write it as 0.5 or 2e3.</source>
        <translation>O kernel contém {value}, que não é um número finito. Escreva como em 0.5 ou 2e3.</translation>
    </message>
    <message>
        <source>The kernel holds a number that is too large. Use numbers below 10^38.</source>
        <translation>O kernel contém um número grande demais. Use números menores que 10^38.</translation>
    </message>
    <message>
        <source>The row of numbers holds {value}, which is not a finite number. Write it as 0.5 or 2e3.</source>
        <translation>A fila de números contém {value}, que não é um número finito. Escreva como em 0.5 ou 2e3.</translation>
    </message>
    <message>
        <source>The row of numbers holds one that is too large. Use numbers below 10^100.</source>
        <translation>A fila de números contém um grande demais. Use números menores que 10^100.</translation>
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
        <source>The window covers {height} × {width} cells but the padded picture has only {input_height} × {input_width}. Choose a smaller window, or more padding.</source>
        <translation>A janela cobre {height} × {width} células, mas a imagem com padding só tem {input_height} × {input_width}. Escolha uma janela menor, ou mais padding.</translation>
    </message>
    <message>
        <source>Global pooling takes the whole picture at once and never moves. Leave out stride and padding, or choose a size.</source>
        <translation>O pooling global pega a imagem inteira de uma vez e nunca se move. Deixe de fora o stride e o padding, ou escolha um tamanho.</translation>
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
        <source>The kernel has no numbers. Give it at least one, as in [1, 0, -1].</source>
        <translation>O kernel não tem números. Dê a ele pelo menos um, como em [1, 0, -1].</translation>
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
        <source>The number {text} is too large. A billion is the most.</source>
        <translation>O número {text} é grande demais. O máximo é um bilhão.</translation>
    </message>
    <message>
        <source>There is no padding mode called {mode}. Choose one of: {modes}.</source>
        <translation>Não existe um modo de padding chamado {mode}. Escolha um destes: {modes}.</translation>
    </message>
    <message>
        <source>The kernels have the shape {shape}; for a transposed convolution they must be input channels × output channels of a group × rows × columns, each at least 1.</source>
        <translation>Os kernels têm o formato {shape}; em uma convolução transposta ele deve ser canais de entrada × canais de saída de um grupo × linhas × colunas, cada um pelo menos 1.</translation>
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
        <source>The transposed convolution makes {rows} × {cols} cells, and a padding of {padding_rows}, {padding_cols} cuts off that many on each side: nothing is left. Choose less padding, or a larger kernel.</source>
        <translation>A convolução transposta faz {rows} × {cols} células, e um padding de {padding_rows}, {padding_cols} corta essa quantidade de cada lado: não sobra nada. Escolha menos padding ou um kernel maior.</translation>
    </message>
    <message>
        <source>Rows {top} to {bottom} and columns {left} to {right} do not all lie in the picture, which has {height} × {width}. Choose a smaller part, or one further up and left.</source>
        <translation>As linhas {top} a {bottom} e as colunas {left} a {right} não cabem todas na imagem, que tem {height} × {width}. Escolha uma parte menor, ou mais acima e à esquerda.</translation>
    </message>
    <message>
        <source>A picture needs at least 1 row and 1 column; {height} × {width} were asked for. Choose 1 or more.</source>
        <translation>Uma imagem precisa de pelo menos 1 linha e 1 coluna; foram pedidas {height} × {width}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>There are no numbers here. Write one row a line, for example 1 0 -1.</source>
        <translation>Não há números aqui. Escreva uma linha da grade por linha, por exemplo 1 0 -1.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} holds “{text}”, which is too large; a billion at most. Choose a smaller number.</source>
        <translation>Na linha {row}, coluna {column}, está “{text}”, que é grande demais; no máximo um bilhão. Escolha um número menor.</translation>
    </message>
    <message>
        <source>The lists cannot be read at line {line}, column {column}. Write them as in [[1, 0], [0, -1]], or leave the brackets out.</source>
        <translation>Não foi possível ler as listas na linha {line}, coluna {column} do texto. Escreva como em [[1, 0], [0, -1]], ou deixe os colchetes de fora.</translation>
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
        <source>{file} cannot be used: {problem}.</source>
        <translation>{file} não pode ser usado: {problem}.</translation>
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
        <source>{file} is a device or a pipe, not a file. Choose another name.</source>
        <translation>{file} é um dispositivo ou um pipe, não um arquivo. Escolha outro nome.</translation>
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
        <source>{name}, or a kernel on it, has numbers beyond {most}, which the Convolution page does not show. Choose another picture, or weights with smaller numbers.</source>
        <translation>{name}, ou um kernel aplicado a ele, tem números acima de {most}, que a página Convolução não mostra. Escolha outra imagem, ou pesos com números menores.</translation>
    </message>
    <message>
        <source>The training of this network has failed: the kernels of {layer} hold numbers that are too large, or none at all. Nothing was taken over; train again with a smaller learning rate.</source>
        <translation>O treinamento desta rede falhou: os kernels de {layer} têm números grandes demais ou nem são números. Nada foi copiado; treine de novo com uma taxa de aprendizado menor.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file: it begins with {found}, where IDX files have two zero bytes, a known type and at least 1 dimension. Choose another file.</source>
        <translation>{file} não é um arquivo IDX: começa com {found}, mas um arquivo IDX começa com dois bytes zero, um tipo conhecido e pelo menos 1 dimensão. Escolha outro arquivo.</translation>
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
        <source>{name} has no picture of the class {label}. Choose another class.</source>
        <translation>{name} não tem imagem da classe {label}. Escolha outra classe.</translation>
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
        <source>{title} has no class {label}. Its classes: {known}.</source>
        <translation>{title} não tem a classe {label}. As suas classes: {known}.</translation>
    </message>
    <message>
        <source>The run in {folder} has not saved where it goes on yet. Wait for its first epoch, or name a network instead.</source>
        <translation>O treinamento em {folder} ainda não salvou de onde continua. Espere a primeira época ou indique uma rede.</translation>
    </message>
    <message>
        <source>{title} learns nothing that is called {name}. It learns: {known}.</source>
        <translation>{title} não aprende nada que se chame {name}. Ela aprende: {known}.</translation>
    </message>
    <message>
        <source>{name} has no weight at {at}: its size is {shape}, so places go from 0 to {last}.</source>
        <translation>{name} não tem peso em {at}: seu tamanho é {shape}, portanto as posições vão de 0 a {last}.</translation>
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
        <source>The momentum “{text}” is not a number. Type one from 0 up to but not including 1, for example 0.9.</source>
        <translation>O momento “{text}” não é um número. Digite um a partir de 0 e menor que 1, por exemplo 0,9.</translation>
    </message>
    <message>
        <source>The share to hold out “{text}” is not a number. Type 0, or for example 0.1.</source>
        <translation>A parte a reservar “{text}” não é um número. Digite 0 ou, por exemplo, 0,1.</translation>
    </message>
    <message>
        <source>The label noise “{text}” is not a number. Type 0, or for example 0.2.</source>
        <translation>O ruído nos rótulos “{text}” não é um número. Digite 0 ou, por exemplo, 0,2.</translation>
    </message>
    <message>
        <source>The weight decay “{text}” is not a number. Type 0, or for example 0.0005.</source>
        <translation>O decaimento dos pesos “{text}” não é um número. Digite 0 ou, por exemplo, 0,0005.</translation>
    </message>
    <message>
        <source>The label smoothing “{text}” is not a number. Type 0, or for example 0.1.</source>
        <translation>A suavização dos rótulos “{text}” não é um número. Digite 0 ou, por exemplo, 0,1.</translation>
    </message>
    <message>
        <source>{title} takes pictures of {size} and names {classes} {classes|class|classes}; {data} has {data_size} and {data_classes}. Choose the data {fits}, or another network.</source>
        <translation>{title} recebe imagens de {size} e dá nome a {classes} {classes|classe|classes}; {data} tem {data_size} e {data_classes}. Escolha os dados {fits} ou outra rede.</translation>
    </message>
    <message>
        <source>{title} takes pictures of {size} and names {classes} {classes|class|classes}; {data} has {data_size} and {data_classes}. Choose a network that fits ({fits}), or a folder with your own pictures.</source>
        <translation>{title} recebe imagens de {size} e dá nome a {classes} {classes|classe|classes}; {data} tem {data_size} e {data_classes}. Escolha uma rede que combine ({fits}) ou uma pasta com suas próprias imagens.</translation>
    </message>
    <message>
        <source>The weight decay is {weight_decay}; it must be a number, 0 or more. Try 0.0005.</source>
        <translation>O decaimento dos pesos é {weight_decay}; tem de ser um número, 0 ou maior. Tente 0,0005.</translation>
    </message>
    <message>
        <source>The label smoothing is {label_smoothing}; it goes from 0 up to but not including 1. Try 0.1.</source>
        <translation>A suavização de rótulos é {label_smoothing}; ela vai de 0 até menos de 1. Tente 0,1.</translation>
    </message>
    <message>
        <source>There is no initialization “{name}”. Choose one of: {known}.</source>
        <translation>Não existe a inicialização “{name}”. Escolha uma destas: {known}.</translation>
    </message>
    <message>
        <source>The patience of the early stop is {patience} {patience|epoch|epochs}. Choose 1 or more, or leave it out.</source>
        <translation>A paciência da parada antecipada é de {patience} {patience|época|épocas}. Escolha 1 ou mais, ou deixe-a de fora.</translation>
    </message>
    <message>
        <source>There is no precision “{name}”. Choose one of: {known}.</source>
        <translation>Não existe a precisão “{name}”. Escolha uma destas: {known}.</translation>
    </message>
    <message>
        <source>Snapshots cannot be kept in {snapshot_megabytes} MB. Choose 1 or more.</source>
        <translation>Não dá para guardar instantâneos em {snapshot_megabytes} MB. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>{reason} This is what the process that trained said.</source>
        <translation>{reason} Foi o que disse o processo que treinava.</translation>
    </message>
    <message>
        <source>{folder} already holds a run. Go on with it (--resume), or choose another folder.</source>
        <translation>Já há um treinamento em {folder}. Continue-o (--resume) ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>{folder} holds no run: there is no {file} in it. Choose the folder of a run.</source>
        <translation>Não há treinamento em {folder}: falta o arquivo {file}. Escolha a pasta de um treinamento.</translation>
    </message>
    <message>
        <source>{file} of the run in {folder} is damaged or incomplete. Its other files can still be used.</source>
        <translation>O arquivo {file} do treinamento em {folder} está danificado ou incompleto. Os outros arquivos ainda podem ser usados.</translation>
    </message>
    <message>
        <source>Line {line} of {file} of the run in {folder} is damaged: only what comes before it can be read.</source>
        <translation>A linha {line} de {file} do treinamento em {folder} está danificada: só é possível ler o que vem antes dela.</translation>
    </message>
    <message>
        <source>{file} must say by its ending what is to be written: {endings}. Choose another name.</source>
        <translation>A terminação de {file} precisa dizer o que gravar: {endings}. Escolha outro nome.</translation>
    </message>
    <message>
        <source>{folder} holds a run with other settings than are asked for now. Choose another folder for this sweep, or ask for the same settings.</source>
        <translation>{folder} contém um treinamento com configurações diferentes das pedidas agora. Escolha outra pasta para esta varredura ou peça as mesmas configurações.</translation>
    </message>
    <message>
        <source>The settings {first} and {second} would be kept in one folder. Give their values names that differ in more than signs.</source>
        <translation>As configurações {first} e {second} ficariam na mesma pasta. Dê aos valores nomes que difiram em mais do que sinais.</translation>
    </message>
    <message>
        <source>The run in {folder} was begun by {before} {before|process|processes} and cannot go on with {now}: its batches would be others. Start {before} {before|process|processes} again (torchrun --nproc-per-node {before}).</source>
        <translation>O treinamento em {folder} foi iniciado por {before} {before|processo|processos} e não pode continuar com {now}: os lotes seriam outros. Inicie {before} {before|processo|processos} de novo (torchrun --nproc-per-node {before}).</translation>
    </message>
    <message>
        <source>Several processes cannot train one network together on Windows: torchrun does not do that there. Use Linux or macOS, or try settings side by side with cnnviz sweep.</source>
        <translation>No Windows, vários processos não podem treinar juntos uma mesma rede: lá o torchrun não faz isso. Use Linux ou macOS, ou experimente configurações lado a lado com cnnviz sweep.</translation>
    </message>
    <message>
        <source>Several processes cannot train one network together on the device {device}. Choose cpu, or cuda with a GPU for each process.</source>
        <translation>Vários processos não podem treinar juntos uma mesma rede no dispositivo {device}. Escolha cpu, ou cuda com uma GPU para cada processo.</translation>
    </message>
    <message>
        <source>The {processes} processes of this run did not find each other: {reason}. Check the addresses that torchrun was given.</source>
        <translation>Os {processes} processos deste treinamento não se encontraram: {reason}. Verifique os endereços passados ao torchrun.</translation>
    </message>
    <message>
        <source>Another process of this run is gone. What was saved stays: start them all again with train --resume.</source>
        <translation>Outro processo deste treinamento deixou de existir. O que foi salvo continua salvo: inicie todos de novo com train --resume.</translation>
    </message>
    <message>
        <source>Event files of TensorBoard are written by the package tensorboardX, which is not installed. Install it with: pip install &quot;cnnviz[tensorboard]&quot;.</source>
        <translation>Os arquivos de eventos do TensorBoard são gravados pelo pacote tensorboardX, que não está instalado. Instale-o com: pip install &quot;cnnviz[tensorboard]&quot;.</translation>
    </message>
    <message>
        <source>{folder} already holds event files, with which these would be mixed up. Choose another folder.</source>
        <translation>{folder} já contém arquivos de eventos, com os quais estes se misturariam. Escolha outra pasta.</translation>
    </message>
    <message>
        <source>The run in {folder} is finished: its {epochs} {epochs|epoch is|epochs are} done.</source>
        <translation>O treinamento em {folder} já terminou: {epochs} {epochs|época concluída|épocas concluídas}.</translation>
    </message>
    <message>
        <source>The pictures of {data} are not those that the run in {folder} began with, so that it cannot go on as it would have. Bring the old ones back, or begin a new run.</source>
        <translation>As imagens de {data} não são aquelas com que o treinamento em {folder} começou, e por isso ele não pode continuar como continuaria. Traga as antigas de volta ou comece outro treinamento.</translation>
    </message>
    <message>
        <source>{title} has no layer {layer}. Known layers: {known}.</source>
        <translation>{title} não tem a camada {layer}. Camadas conhecidas: {known}.</translation>
    </message>
    <message>
        <source>A number of {layer} is named by {expected} {expected|number|numbers}, not {found}: channel, row and column in maps, its index alone in a vector.</source>
        <translation>Um número de {layer} é indicado por {expected} {expected|número|números}, não por {found}: canal, linha e coluna em mapas, só o índice em um vetor.</translation>
    </message>
    <message>
        <source>{layer} has no number at {at}: the places count from 0, and the last one is {last}.</source>
        <translation>{layer} não tem número na posição {at}: as posições contam a partir de 0, e a última é {last}.</translation>
    </message>
    <message>
        <source>{layer} has no kernels: it is no convolution. Choose a layer that is one.</source>
        <translation>{layer} não tem kernels: não é uma convolução. Escolha uma camada que seja.</translation>
    </message>
    <message>
        <source>{layer} adds no bias. Choose a layer that does.</source>
        <translation>{layer} não soma nenhum viés. Escolha uma camada que some.</translation>
    </message>
    <message>
        <source>The layer {layer} cannot take an input of shape {shape}. Put a flatten layer between maps and sums.</source>
        <translation>A camada {layer} não aceita uma entrada de formato {shape}. Ponha uma camada flatten entre os mapas e as somas.</translation>
    </message>
    <message>
        <source>The answer of {title} is not a number: its weights are too large to compute with. Choose another weight file or train again.</source>
        <translation>A resposta da {title} não é um número: os pesos dela são grandes demais para o cálculo. Escolha outro arquivo de pesos ou treine de novo.</translation>
    </message>
    <message>
        <source>The learning rate “{text}” is not a number. Type one above 0, for example 0.001 for Adam or 0.01 for SGD.</source>
        <translation>A taxa de aprendizado “{text}” não é um número. Digite um número maior que 0, por exemplo 0,001 para Adam ou 0,01 para SGD.</translation>
    </message>
    <message>
        <source>The learning rate is {learning_rate}; it must be a number above 0. Try 0.001 for Adam or 0.01 for SGD.</source>
        <translation>A taxa de aprendizado é {learning_rate}; ela deve ser maior que 0. Tente 0,001 para Adam ou 0,01 para SGD.</translation>
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
        <source>There is no optimizer “{name}”. Choose one of: {known}.</source>
        <translation>Não existe o otimizador “{name}”. Escolha um destes: {known}.</translation>
    </message>
    <message>
        <source>There is no schedule “{name}” for the learning rate. Choose one of: {known}.</source>
        <translation>Não existe o plano “{name}” para a taxa de aprendizado. Escolha um destes: {known}.</translation>
    </message>
    <message>
        <source>There is no view called {view}. Choose auto, whole or near.</source>
        <translation>Não existe a vista {view}. Escolha auto, whole ou near.</translation>
    </message>
    <message>
        <source>There is no {side} channel {channel}. Choose one from 1 to {channels}.</source>
        <translation>Não há canal {channel} ({side}). Escolha um de 1 a {channels}.</translation>
    </message>
    <message>
        <source>There is no {side} channel {channel}: there is only one. Leave the choice out.</source>
        <translation>Não há canal {channel} ({side}): só existe um. Não escolha o canal.</translation>
    </message>
    <message>
        <source>Output channel {output} is not made from input channel {channel}: it is made from {used}. Choose one of these, or another output channel.</source>
        <translation>O canal de saída {output} não é feito a partir do canal de entrada {channel}, e sim de {used}. Escolha um destes ou outro canal de saída.</translation>
    </message>
    <message>
        <source>The picture was made smaller to {rows} × {columns} cells, too few for this window and padding. Keep more of them: --full-size, or --reduce with a larger number.</source>
        <translation>A imagem foi reduzida a {rows} × {columns} células, poucas para esta janela e este padding. Mantenha mais células: --full-size, ou --reduce com um número maior.</translation>
    </message>
    <message>
        <source>{file} does not end in {ending}. Choose a name that does.</source>
        <translation>{file} não termina em {ending}. Escolha um nome que termine assim.</translation>
    </message>
    <message>
        <source>{file} would take {megabytes} MB of memory to open; at most {limit} MB are given to a file of its size. Reduce the picture first, or save it as PNG.</source>
        <translation>Para abrir {file} seriam necessários {megabytes} MB de memória; um arquivo desse tamanho recebe no máximo {limit} MB. Reduza a imagem antes ou salve-a como PNG.</translation>
    </message>
    <message>
        <source>{file} is a TIFF picture compressed in a way that is not known here (number {compression}). Save it without compression, or with LZW or deflate.</source>
        <translation>{file} é uma imagem TIFF com uma compressão que não é conhecida aqui (número {compression}). Salve-a sem compressão, ou com LZW ou deflate.</translation>
    </message>
    <message>
        <source>spread from {low} to {high}</source>
        <translation>distribuída de {low} a {high}</translation>
    </message>
    <message>
        <source>clipped at {low} and {high}</source>
        <translation>cortada em {low} e {high}</translation>
    </message>
    <message>
        <source>dark: at most {low} of {high}</source>
        <translation>escura: no máximo {low} de {high}</translation>
    </message>
    <message>
        <source>{file} is not a text file (UTF-8), nor one of NumPy’s (.npy). Choose one with numbers, for example [[1, 0], [0, -1]].</source>
        <translation>{file} não é um arquivo de texto (UTF-8) nem um do NumPy (.npy). Escolha um arquivo com números, por exemplo [[1, 0], [0, -1]].</translation>
    </message>
    <message>
        <source>{file} is a TIFF picture with an unknown kind of numbers ({bits} {bits|bit|bits}, sample format {format}, predictor {predictor}). Save it with 8 or 16 bits per sample, or as fractions of 32 bits.</source>
        <translation>{file} é uma imagem TIFF cujas amostras são de um tipo que não é conhecido aqui ({bits} {bits|bit|bits}, formato de amostra {format}, preditor {predictor}). Salve-a com 8 ou 16 bits por amostra, ou como frações de 32 bits.</translation>
    </message>
    <message>
        <source>{file} is no JSON: {reason}. Choose a list of drawings, each an object with “strokes”: lists of points [x, y].</source>
        <translation>{file} não é JSON: {reason}. Escolha uma lista de desenhos, cada um deles um objeto com “strokes”: listas de pontos [x, y].</translation>
    </message>
    <message>
        <source>{file} contains {found} where a list of drawings was expected, each an object with “strokes”: lists of points [x, y].</source>
        <translation>{file} contém {found} onde se esperava uma lista de desenhos, cada um deles um objeto com “strokes”: listas de pontos [x, y].</translation>
    </message>
    <message>
        <source>{file} holds no drawing with a stroke. Choose another file.</source>
        <translation>{file} não tem nenhum desenho com traço. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{title} does not read digits, and strokes are drawn for networks that do. Choose one such as LeNet-5.</source>
        <translation>{title} não lê dígitos, e os traços são desenhados para redes que leem. Escolha uma como a LeNet-5.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} holds “{text}”, and other numbers have another decimal mark. Write all of them with a point, or all with a comma.</source>
        <translation>Na linha {row}, coluna {column}, está “{text}”, e outros números usam outro separador decimal. Escreva todos com ponto ou todos com vírgula.</translation>
    </message>
    <message>
        <source>The numbers must be rows, or 1 or 3 channels of rows, each as deep in brackets as the others. Write [[1, 0], [0, -1]].</source>
        <translation>Os números precisam formar linhas, ou 1 ou 3 canais de linhas, todos com a mesma quantidade de colchetes. Escreva [[1, 0], [0, -1]].</translation>
    </message>
    <message>
        <source>The number “{text}” can be {one} or {other}: the comma may be a decimal one or stand between thousands. Write {one} or {other}.</source>
        <translation>O número “{text}” pode ser {one} ou {other}: a vírgula pode ser decimal ou separar milhares. Escreva {one} ou {other}.</translation>
    </message>
    <message>
        <source>The numbers were shortened: three dots stand for those that are missing. Print all of them, in NumPy after np.set_printoptions(threshold=np.inf), or save them as .npy or .csv.</source>
        <translation>Os números estão abreviados: três pontos ocupam o lugar dos que faltam. Imprima todos, no NumPy depois de np.set_printoptions(threshold=np.inf), ou salve-os como .npy ou .csv.</translation>
    </message>
    <message>
        <source>The text “{text}” stands beside the numbers, and cnnviz runs no program. Leave it out, or paste the numbers that come out of it.</source>
        <translation>O texto “{text}” está junto dos números, e o cnnviz não executa programas. Apague-o ou cole os números que resultam dele.</translation>
    </message>
    <message>
        <source>{file} begins as a file of NumPy’s, but is damaged or cut short. Save it again with np.save.</source>
        <translation>{file} começa como um arquivo do NumPy, mas está danificado ou incompleto. Salve-o de novo com np.save.</translation>
    </message>
    <message>
        <source>{file} holds {type}, not plain numbers. Convert it, for example with .astype(np.float32), and save it again.</source>
        <translation>{file} contém {type}, e não números simples. Converta-o, por exemplo com .astype(np.float32), e salve-o de novo.</translation>
    </message>
    <message>
        <source>{file} holds a number that is infinite, none at all (NaN), or above a billion. Replace it, for example with np.nan_to_num, and save the file again.</source>
        <translation>{file} contém um número infinito, inválido (NaN) ou acima de um bilhão. Substitua-o, por exemplo com np.nan_to_num, e salve o arquivo de novo.</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}; a picture has rows and columns, and 1 or 3 channels. Save one such picture of it.</source>
        <translation>{file} tem a forma {shape}; uma imagem tem linhas e colunas, e 1 ou 3 canais. Salve dele uma imagem assim.</translation>
    </message>
    <message>
        <source>Nothing comes from the standard input: it is this terminal. Pipe a file into the command, as in cat photo.png | cnnviz conv - …, or give its name.</source>
        <translation>Nada chega pela entrada padrão: ela é este terminal. Envie um arquivo ao comando, como em cat foto.png | cnnviz conv - …, ou informe o nome dele.</translation>
    </message>
    <message>
        <source>The standard input ended before anything came. Check the command in front of the pipe.</source>
        <translation>A entrada padrão terminou antes de chegar algo. Verifique o comando antes do pipe.</translation>
    </message>
    <message>
        <source>The standard input can be read once only. Give one of the files by its name.</source>
        <translation>A entrada padrão só pode ser lida uma vez. Informe um dos arquivos pelo nome.</translation>
    </message>
    <message>
        <source>{parameter} in {name} holds numbers of the type {kind}; only floating-point numbers of 16, 32 and 64 bits are read. Save the weights as float32.</source>
        <translation>{parameter} em {name} contém números do tipo {kind}; só são lidos números de ponto flutuante de 16, 32 e 64 bits. Salve os pesos como float32.</translation>
    </message>
    <message>
        <source>There are no weights here for {title}. Choose the file of this network.</source>
        <translation>Não há aqui pesos para {title}. Escolha o arquivo desta rede.</translation>
    </message>
    <message>
        <source>These weights are not for {title}: {parameter} is not part of it. Choose the file of this network, or save it without {parameter}.</source>
        <translation>Estes pesos não são de {title}: {parameter} não faz parte dela. Escolha o arquivo desta rede ou salve-o sem {parameter}.</translation>
    </message>
    <message>
        <source>{file} is not MNIST in an archive of NumPy: {reason}. Download it again, or use the four IDX files.</source>
        <translation>{file} não é o MNIST em um arquivo do NumPy: {reason}. Baixe-o de novo ou use os quatro arquivos IDX.</translation>
    </message>
    <message>
        <source>{file} has no array {array}. Give it x_train, y_train, x_test and y_test, as mnist.npz has them.</source>
        <translation>{file} não tem a matriz {array}. Dê a ele x_train, y_train, x_test e y_test, como em mnist.npz.</translation>
    </message>
    <message>
        <source>There is no race called {name}. Known races: {known}.</source>
        <translation>Não há uma corrida chamada {name}. Corridas conhecidas: {known}.</translation>
    </message>
    <message>
        <source>Two layers are called {layer} (the picture is called input). Give each a name of its own.</source>
        <translation>Duas camadas se chamam {layer} (a imagem se chama input). Dê a cada uma um nome próprio.</translation>
    </message>
    <message>
        <source>The layer {layer} reads {input}, and no layer before it has that name. Choose an earlier layer, or input for the picture.</source>
        <translation>A camada {layer} lê {input}, e nenhuma camada anterior tem esse nome. Escolha uma camada anterior, ou input para a imagem.</translation>
    </message>
    <message>
        <source>The layer {layer} cannot join inputs of the shapes {shapes}. Bring them to the same height and width, and for an addition to as many maps.</source>
        <translation>A camada {layer} não pode juntar entradas de formatos {shapes}. Deixe-as com a mesma altura e largura e, para uma adição, com o mesmo número de mapas.</translation>
    </message>
    <message>
        <source>A share of {rate} cannot be left out. Choose one from 0 to less than 1.</source>
        <translation>Não é possível descartar uma fração de {rate}. Escolha uma de 0 até menos que 1.</translation>
    </message>
    <message>
        <source>A layer cannot be called “{layer}”: a name has at least one letter and no dot, which parts it from the names of its weights. Choose another.</source>
        <translation>Uma camada não pode se chamar “{layer}”: o nome precisa de pelo menos uma letra e não pode ter ponto, que o separa dos nomes dos pesos. Escolha outro.</translation>
    </message>
    <message>
        <source>There is no network called {name}. Choose one of: {known}; or a file of a network (.json, .onnx).</source>
        <translation>Não há rede chamada {name}. Escolha uma destas: {known}; ou um arquivo de rede (.json, .onnx).</translation>
    </message>
    <message>
        <source>This is not JSON, or it is cut short or nested too deep. Choose a network that was saved whole.</source>
        <translation>Isto não é JSON, ou está cortado ou aninhado demais. Escolha uma rede que foi salva por inteiro.</translation>
    </message>
    <message>
        <source>This is JSON, but not a network of cnnviz, whose “format” is “{format}”. Choose another file.</source>
        <translation>Isto é JSON, mas não uma rede do cnnviz, em que “format” é “{format}”. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>A newer cnnviz wrote it; this one knows version {known} of the format. Update cnnviz.</source>
        <translation>Um cnnviz mais novo o escreveu; este conhece a versão {known} do formato. Atualize o cnnviz.</translation>
    </message>
    <message>
        <source>{place} cannot be {value}. Compare it with a network that cnnviz has written.</source>
        <translation>{place} não pode ser {value}. Compare com uma rede que o cnnviz escreveu.</translation>
    </message>
    <message>
        <source>{place} has no setting {field}. Known settings: {known}.</source>
        <translation>{place} não tem o ajuste {field}. Ajustes conhecidos: {known}.</translation>
    </message>
    <message>
        <source>{place} lacks the setting {field}. Add it.</source>
        <translation>Falta em {place} o ajuste {field}. Acrescente-o.</translation>
    </message>
    <message>
        <source>{place} is of the unknown type {kind}. Known types: {known}.</source>
        <translation>{place} é do tipo desconhecido {kind}. Tipos conhecidos: {known}.</translation>
    </message>
    <message>
        <source>The layer {layer} cannot be made: {problem}.</source>
        <translation>Não é possível fazer a camada {layer}: {problem}.</translation>
    </message>
    <message>
        <source>With the layer {layer} the network needs {megabytes} MB of memory; at most {most} MB are taken. Make the layers or the pictures smaller.</source>
        <translation>Com a camada {layer} a rede precisa de {megabytes} MB de memória; são usados no máximo {most} MB. Diminua as camadas ou as imagens.</translation>
    </message>
    <message>
        <source>The layer {layer} has maps of {height} × {width}; each side must be 1 to {most}. Change its padding, its stride, or the size of the pictures.</source>
        <translation>A camada {layer} tem mapas de {height} × {width}; cada lado deve ter de 1 a {most}. Mude o padding, o stride ou o tamanho das imagens.</translation>
    </message>
    <message>
        <source>The last layer {layer} makes maps, and an answer is one number a class. Add a flatten layer and a linear one.</source>
        <translation>A última camada, {layer}, faz mapas, e uma resposta é um número por classe. Acrescente uma camada flatten e uma linear.</translation>
    </message>
    <message>
        <source>There {labels|is|are} {labels} {labels|label|labels} for {outputs} {outputs|number|numbers} of the last layer. Give one a number, or none at all.</source>
        <translation>Há {labels} {labels|rótulo|rótulos} para {outputs} {outputs|número|números} da última camada. Dê um por número, ou nenhum.</translation>
    </message>
    <message>
        <source>Its pictures need at least one channel, and a normalization of one pair of mean and deviation (at least 0.000001), or one for each channel ({channels} here).</source>
        <translation>As imagens dela precisam de ao menos um canal e de uma normalização com um par de média e desvio (de ao menos 0,000001), ou um par por canal ({channels} aqui).</translation>
    </message>
    <message>
        <source>Keras has no layer like {layer} ({kind}). Write the network for PyTorch or as ONNX.</source>
        <translation>O Keras não tem camada como {layer} ({kind}). Escreva a rede para o PyTorch ou como ONNX.</translation>
    </message>
    <message>
        <source>The layer {layer} needs {megabytes} MB of memory, and {left} MB are left for the network. Choose fewer kernels or units.</source>
        <translation>A camada {layer} precisa de {megabytes} MB de memória, e restam {left} MB para a rede. Escolha menos kernels ou unidades.</translation>
    </message>
    <message>
        <source>The last layer, {layer}, makes {found} {found|number|numbers}, and there {classes|is|are} {classes} {classes|class|classes}. Choose as many units as classes.</source>
        <translation>A última camada, {layer}, faz {found} {found|número|números}, e há {classes} {classes|classe|classes}. Escolha tantas unidades quantas classes.</translation>
    </message>
    <message>
        <source>The last layer, {layer}, makes maps with {found} {found|number|numbers}, and an answer has one for each of the {classes} {classes|class|classes}. Add a fully connected layer at the end.</source>
        <translation>A última camada, {layer}, faz mapas com {found} {found|número|números}, e uma resposta tem um número para cada classe ({classes}). Adicione uma camada totalmente conectada no fim.</translation>
    </message>
    <message>
        <source>{name} is not a weight file that can be read: {reason}. Choose a whole .safetensors or .pt file.</source>
        <translation>{name} não é um arquivo de pesos que se possa ler: {reason}. Escolha um arquivo .safetensors ou .pt completo.</translation>
    </message>
    <message>
        <source>{name} holds more than numbers: to open it, {call} would have to be called. Save the weights alone: torch.save(model.state_dict(), FILE).</source>
        <translation>{name} contém mais que números: para abri-lo seria preciso chamar {call}. Salve só os pesos: torch.save(model.state_dict(), ARQUIVO).</translation>
    </message>
    <message>
        <source>{name} holds no weights by their names. Save them so: torch.save(model.state_dict(), FILE).</source>
        <translation>{name} não contém pesos com seus nomes. Salve-os assim: torch.save(model.state_dict(), ARQUIVO).</translation>
    </message>
    <message>
        <source>These weights are of torchvision&apos;s GoogLeNet, which has batch normalization and 3 × 3 kernels where {title} of the paper has 5 × 5. Choose weights in the paper&apos;s layout.</source>
        <translation>Estes pesos são da GoogLeNet do torchvision, que tem normalização em lote e kernels de 3 × 3 onde a {title} do artigo tem 5 × 5. Escolha pesos na disposição do artigo.</translation>
    </message>
    <message>
        <source>{name} is a file of NumPy (.npz, .npy); cnnviz reads weights from safetensors and PyTorch&apos;s files. Convert it in Python and choose the new file: safetensors.numpy.save_file(dict(numpy.load(&apos;{name}&apos;)), &apos;weights.safetensors&apos;).</source>
        <translation>{name} é um arquivo do NumPy (.npz, .npy); o cnnviz lê pesos de safetensors e de arquivos do PyTorch. Converta-o em Python e escolha o novo arquivo: safetensors.numpy.save_file(dict(numpy.load(&apos;{name}&apos;)), &apos;weights.safetensors&apos;).</translation>
    </message>
    <message>
        <source>{name} is in the format {format}; cnnviz reads weights from safetensors and PyTorch&apos;s files. Write its arrays, named and turned as PyTorch has them, with safetensors.numpy.save_file.</source>
        <translation>{name} está no formato {format}; o cnnviz lê pesos de safetensors e de arquivos do PyTorch. Escreva os arrays dele, com nomes e eixos como no PyTorch, com safetensors.numpy.save_file.</translation>
    </message>
    <message>
        <source>{name} holds text, not weights: perhaps the page about a file was saved instead of the file. Download the file itself.</source>
        <translation>{name} contém texto, e não pesos: talvez tenha sido salva a página sobre um arquivo em vez do arquivo. Baixe o próprio arquivo.</translation>
    </message>
    <message>
        <source>{file} names no kind of file for networks. Let it end in .json, .onnx, .py or .safetensors.</source>
        <translation>{file} não indica um tipo de arquivo de rede. Use um nome que termine em .json, .onnx, .py ou .safetensors.</translation>
    </message>
    <message>
        <source>The weights in {name} fit none of the networks here ({titles}). Choose a file that was saved for one of them.</source>
        <translation>Os pesos em {name} não servem para nenhuma das redes daqui ({titles}). Escolha um arquivo salvo para uma delas.</translation>
    </message>
    <message>
        <source>{title} is not finished: its last layer names no classes. Finish it on the Network page, or choose another network.</source>
        <translation>{title} não está pronta: a última camada não dá um número para cada classe. Termine-a na página Rede ou escolha outra rede.</translation>
    </message>
    <message>
        <source>{title} has no weights, so there is nothing to learn. Give it a convolution or a fully connected layer.</source>
        <translation>{title} não tem pesos, portanto não há nada a aprender. Adicione uma convolução ou uma camada totalmente conectada.</translation>
    </message>
    <message>
        <source>{title} comes untrained. Train it first (cnnviz train {network} --data DATA --out FOLDER), then choose its weights.safetensors.</source>
        <translation>A {title} vem sem treinamento. Treine-a antes (cnnviz train {network} --data DADOS --out PASTA) e depois escolha o weights.safetensors dela.</translation>
    </message>
    <message>
        <source>{title} comes untrained. Choose a file of weights for it (--weights FILE).</source>
        <translation>{title} vem sem treinamento. Escolha um arquivo de pesos para ela (--weights FILE).</translation>
    </message>
    <message>
        <source>Undo keeps {most} MB of pictures, and this one is no longer among them. The picture shown stays; open the other one again.</source>
        <translation>O desfazer guarda {most} MB de imagens, e esta já não está entre elas. A imagem mostrada fica; abra a outra de novo.</translation>
    </message>
    <message>
        <source>{count} {count|number is|numbers are} more than the {limit} that can be shown as bars. Leave some out.</source>
        <translation>{count} {count|número é|números são} mais do que os {limit} que cabem como barras. Tire alguns.</translation>
    </message>
    <message>
        <source>A picture of {height} × {width} can be reflected into at most {most_rows} {most_rows|row|rows} and {most_cols} {most_cols|column|columns} of padding; you chose {rows} and {cols}. Choose less padding, or the mode replicate.</source>
        <translation>Por reflexão, uma imagem de {height} × {width} permite no máximo {most_rows} {most_rows|linha|linhas} e {most_cols} {most_cols|coluna|colunas} de padding; o pedido foi {rows} e {cols}. Escolha menos padding ou o modo “Repetir a borda”.</translation>
    </message>
    <message>
        <source>With circular padding, a picture of {height} × {width} allows at most {most_rows} {most_rows|row|rows} and {most_cols} {most_cols|column|columns}; you chose {rows} and {cols}. Choose less padding, or the mode replicate.</source>
        <translation>Com padding circular, uma imagem de {height} × {width} permite no máximo {most_rows} {most_rows|linha|linhas} e {most_cols} {most_cols|coluna|colunas}; o pedido foi {rows} e {cols}. Escolha menos padding ou o modo “Repetir a borda”.</translation>
    </message>
    <message>
        <source>The number of groups is {groups}. Choose 1 or more.</source>
        <translation>O número de grupos é {groups}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>{channels} input {channels|channel|channels} and {outputs} {outputs|kernel|kernels} cannot be divided into {groups} equal {groups|group|groups}. Choose a number of groups that divides both.</source>
        <translation>Não dá para dividir {channels} {channels|canal|canais} de entrada e {outputs} {outputs|kernel|kernels} em {groups} {groups|grupo|grupos} iguais. Escolha um número de grupos que divida os dois.</translation>
    </message>
    <message>
        <source>The padding of {rows} {rows|row|rows} and {cols} {cols|column|columns} is more than half of the {height} × {width} window, which could then miss the picture. Choose at most {most_rows} {most_rows|row|rows} and {most_cols} {most_cols|column|columns}, or a larger window.</source>
        <translation>O padding de {rows} {rows|linha|linhas} e {cols} {cols|coluna|colunas} passa da metade da janela de {height} × {width}, que poderia ficar toda fora da imagem. Escolha no máximo {most_rows} {most_rows|linha|linhas} e {most_cols} {most_cols|coluna|colunas}, ou uma janela maior.</translation>
    </message>
    <message>
        <source>There is no input channel {channel}: there {channels|is|are} {channels}, counted from 0.</source>
        <translation>Não existe o canal de entrada {channel}: há {channels}, contando a partir de 0.</translation>
    </message>
    <message>
        <source>The kernel has {kernel} {kernel|number|numbers} but the padded signal has only {signal}. Choose a shorter kernel, or the padding same or full.</source>
        <translation>O kernel tem {kernel} {kernel|número|números}, mas o sinal com padding só tem {signal}. Escolha um kernel mais curto, ou o padding same ou full.</translation>
    </message>
    <message>
        <source>The window has {height} × {width} cells: a program with all of them would be too long to read. Copy the loops, or choose a smaller window; {limit} {limit|cell|cells} can be written out.</source>
        <translation>A janela tem {height} × {width} células: um programa com todas elas seria longo demais para ler. Copie os laços ou escolha uma janela menor; até {limit} {limit|célula pode ser escrita|células podem ser escritas}.</translation>
    </message>
    <message>
        <source>The kernel is made for {kernel_channels} {kernel_channels|channel|channels} but the picture has {input_channels}. Choose a kernel or a picture with as many channels as the other.</source>
        <translation>O kernel é feito para {kernel_channels} {kernel_channels|canal|canais}, mas a imagem tem {input_channels}. Escolha um kernel e uma imagem com o mesmo número de canais.</translation>
    </message>
    <message>
        <source>With {groups} {groups|group|groups} each kernel takes {group_channels} {group_channels|channel|channels} ({input_channels} of the picture / {groups}); this one has {kernel_channels}. Give it as many as it takes, or choose another number of groups.</source>
        <translation>Com {groups} {groups|grupo|grupos}, cada kernel recebe {group_channels} {group_channels|canal|canais} ({input_channels} da imagem / {groups}); este tem {kernel_channels}. Dê a ele essa quantidade ou escolha outro número de grupos.</translation>
    </message>
    <message>
        <source>The biases have the shape {biases} but there {outputs|is|are} {outputs} {outputs|kernel|kernels}. Give one bias for each kernel.</source>
        <translation>Os vieses têm o formato {biases}, mas há {outputs} {outputs|kernel|kernels}. Informe um viés para cada kernel.</translation>
    </message>
    <message>
        <source>There is no output channel {channel}: there {outputs|is|are} {outputs}, counted from 0.</source>
        <translation>Não existe o canal de saída {channel}: há {outputs}, contando a partir de 0.</translation>
    </message>
    <message>
        <source>The kernel is {axes} {axes|bracket|brackets} deep; it must be 2 (rows), 3 (channels of rows) or 4 (several such kernels). Write one row as [[1, 0, -1]].</source>
        <translation>O kernel tem {axes} {axes|nível|níveis} de colchetes; devem ser 2 (linhas), 3 (canais com linhas) ou 4 (vários kernels assim). Uma só linha se escreve [[1, 0, -1]].</translation>
    </message>
    <message>
        <source>There {count|is|are} {count} {count|table|tables} of numbers here, and this one takes one. Copy one of them.</source>
        <translation>Há {count} {count|tabela|tabelas} de números aqui, e esta recebe só uma. Copie uma delas.</translation>
    </message>
    <message>
        <source>{file} has {width} × {height} = {pixels} {pixels|pixel|pixels}; at most {limit} can be opened. Reduce the picture first.</source>
        <translation>{file} tem {width} × {height} = {pixels} {pixels|pixel|pixels}; é possível abrir no máximo {limit}. Reduza a imagem antes.</translation>
    </message>
    <message>
        <source>{file} is {width} {width|pixel|pixels} wide and {height} high; no side may be longer than {limit}. Cut the picture into parts first.</source>
        <translation>{file} tem {width} {width|pixel|pixels} de largura e {height} de altura; nenhum lado pode passar de {limit}. Corte a imagem em partes antes.</translation>
    </message>
    <message>
        <source>{height} × {width} cells are too many: a picture can have {limit} {limit|row|rows} and {limit} {limit|column|columns}. Choose less.</source>
        <translation>{height} × {width} células é demais: uma imagem pode ter {limit} {limit|linha|linhas} e {limit} {limit|coluna|colunas}. Escolha menos.</translation>
    </message>
    <message>
        <source>Row {row} has {found} {found|number|numbers} and the first has {expected}. Give each row the same count.</source>
        <translation>A linha {row} tem {found} {found|número|números} e a primeira tem {expected}. Dê a mesma quantidade a todas as linhas.</translation>
    </message>
    <message>
        <source>{count} {count|number is|numbers are} more than the {limit} that can be typed or pasted. Choose fewer, or open a picture.</source>
        <translation>{count} {count|número é|números são} mais do que os {limit} que podem ser digitados ou colados. Escolha menos, ou abra uma imagem.</translation>
    </message>
    <message>
        <source>The text “{text}” can be one number, {one}, or {count} {count|number|numbers}: {several}. Write the decimals with a point, and put a tab or a semicolon between numbers.</source>
        <translation>O texto “{text}” pode ser um só número, {one}, ou {count} {count|número|números}: {several}. Escreva os decimais com ponto e ponha uma tabulação ou um ponto e vírgula entre os números.</translation>
    </message>
    <message>
        <source>The first columns have {rows} {rows|row|rows} and others {others}. Copy the whole display again.</source>
        <translation>As primeiras colunas têm {rows} {rows|linha|linhas}, e outras têm {others}. Copie de novo tudo o que foi mostrado.</translation>
    </message>
    <message>
        <source>Three lines of {columns} {columns|number|numbers} with blank lines between can be 3 rows, or 3 channels of 1 row. Leave the blank lines out for rows; write [[[…]], [[…]], [[…]]] for channels.</source>
        <translation>Três linhas de {columns} {columns|número|números} com linhas em branco entre elas podem ser 3 linhas ou 3 canais de 1 linha. Para linhas, apague as linhas em branco; para canais, escreva [[[…]], [[…]], [[…]]].</translation>
    </message>
    <message>
        <source>The text has {letters} {letters|letter|letters}; at most {limit} can be read. Save the numbers as .npy and open that file.</source>
        <translation>O texto tem {letters} {letters|caractere|caracteres}; no máximo {limit} podem ser lidos. Salve os números como .npy e abra esse arquivo.</translation>
    </message>
    <message>
        <source>{title} takes pictures of the shape {expected}, made of bytes; this one is {found} of type {dtype}. Prepare the picture first.</source>
        <translation>A {title} recebe imagens de formato {expected}, feitas de bytes; esta tem {found}, do tipo {dtype}. Prepare a imagem antes.</translation>
    </message>
    <message>
        <source>These weights are not for {title}: {parameter} is missing. The file holds {held}. Choose the file of this network.</source>
        <translation>Estes pesos não são de {title}: falta {parameter}. O arquivo contém {held}. Escolha o arquivo desta rede.</translation>
    </message>
    <message>
        <source>The width is {width}; an animation is {least} to {most} {most|pixel|pixels} wide. Choose a number between.</source>
        <translation>A largura é {width}; uma animação tem de {least} a {most} {most|pixel|pixels} de largura. Escolha um número entre eles.</translation>
    </message>
    <message>
        <source>{frames} {frames|step is|steps are} more than the {limit} {limit|frame|frames} that an animation may have. Choose fewer steps, a larger stride or a smaller picture.</source>
        <translation>{frames} {frames|passo é|passos são} mais do que {limit} {limit|quadro|quadros}, o máximo de uma animação. Escolha menos passos, um stride maior ou uma imagem menor.</translation>
    </message>
    <message>
        <source>{file} is cut short: its header promises {expected} {expected|byte|bytes} and there {found|is|are} {found}. Download or copy it again.</source>
        <translation>{file} está incompleto: o cabeçalho promete {expected} {expected|byte|bytes}, mas há {found}. Baixe-o ou copie-o de novo.</translation>
    </message>
    <message>
        <source>{file} is longer than its header says: {expected} {expected|byte is|bytes are} promised and more follow. Download or copy it again.</source>
        <translation>{file} é mais longo do que o cabeçalho diz: {expected|é prometido|são prometidos} {expected} {expected|byte|bytes}, mas há mais. Baixe-o ou copie-o de novo.</translation>
    </message>
    <message>
        <source>The header of {file} promises {expected} {expected|byte|bytes}; at most {limit} can be read. The file is probably damaged.</source>
        <translation>O cabeçalho de {file} promete {expected} {expected|byte|bytes}; é possível ler no máximo {limit}. O arquivo provavelmente está danificado.</translation>
    </message>
    <message>
        <source>{file} has {found} {found|picture|pictures}; the published one has {published}. Results may differ from those in books.</source>
        <translation>{file} tem {found} {found|imagem|imagens}; o arquivo publicado tem {published}. Os resultados podem diferir dos que estão nos livros.</translation>
    </message>
    <message>
        <source>There is no picture {index}: {count} {count|picture matches|pictures match}, counted from 0. Choose a smaller number or another class.</source>
        <translation>Não existe a imagem {index}. Imagens disponíveis: {count}, numeradas a partir de 0. Escolha um número menor ou outra classe.</translation>
    </message>
    <message>
        <source>{file} has {found} {found|byte, which is|bytes, which are} no whole number of CIFAR-10 records of {record} {record|byte|bytes}. Copy or download it again.</source>
        <translation>{file} tem {found} {found|byte, que não forma|bytes, que não formam} um número inteiro de registros do CIFAR-10, de {record} {record|byte|bytes}. Copie ou baixe de novo.</translation>
    </message>
    <message>
        <source>There {pictures|is|are} {pictures} {pictures|picture|pictures} but {labels} {labels|label|labels}; each picture needs one. Check that the files belong together.</source>
        <translation>Há {pictures} {pictures|imagem|imagens} e {labels} {labels|rótulo|rótulos}, mas cada imagem precisa de um rótulo. Verifique se os arquivos são do mesmo conjunto.</translation>
    </message>
    <message>
        <source>The layer {layer} reads {count} {count|layer|layers}, and its kind takes one. Join them first, with an addition or a concatenation.</source>
        <translation>A camada {layer} lê {count} {count|camada|camadas}, e esse tipo aceita uma só. Junte-as antes, com uma adição ou uma concatenação.</translation>
    </message>
    <message>
        <source>The layer {layer} makes {units} {units|map or number|maps or numbers}. Choose 1 or more.</source>
        <translation>A camada {layer} produz {units} {units|mapa ou número|mapas ou números}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>The table of connections of {layer} does not fit. It needs {outputs} {outputs|row|rows}, one for each output map, with different numbers of input maps from 0 to less than {channels}, and no groups.</source>
        <translation>A tabela de ligações de {layer} não serve. Ela precisa de {outputs} {outputs|linha|linhas}, uma para cada mapa de saída, com números diferentes de mapas de entrada, de 0 até menos que {channels}, e sem grupos.</translation>
    </message>
    <message>
        <source>A local response normalization over {size} {size|map|maps} compares nothing. Choose 1 or more.</source>
        <translation>Uma normalização de resposta local sobre {size} {size|mapa|mapas} não compara nada. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>These weights are not for {title}: {parameter} should have the shape {expected} and has {found}. Choose the file of this network.</source>
        <translation>Estes pesos não são de {title}: {parameter} deveria ter o formato {expected} e tem {found}. Escolha o arquivo desta rede.</translation>
    </message>
    <message>
        <source>The weights in {name} are damaged: {count} {count|number|numbers} of {parameter} {count|is|are} not finite. Choose another file or train again.</source>
        <translation>Os pesos em {name} estão danificados: {count} {count|número|números} de {parameter} {count|não é finito|não são finitos}. Escolha outro arquivo ou treine de novo.</translation>
    </message>
    <message>
        <source>The number of epochs is {epochs}. Choose 1 or more.</source>
        <translation>O número de épocas é {epochs}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>The batch size is {batch_size}. Choose 1 or more.</source>
        <translation>O tamanho do lote é {batch_size}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>A batch of {batch_size} {batch_size|picture|pictures} needs more memory than many machines have. Choose {most} or fewer, for example 64.</source>
        <translation>Um lote de {batch_size} {batch_size|imagem|imagens} exige mais memória do que muitos computadores têm. Escolha {most} ou menos, por exemplo 64.</translation>
    </message>
    <message>
        <source>The number of threads is {threads}. Choose 1 or more.</source>
        <translation>O número de threads é {threads}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>A snapshot every {snapshot_every} {snapshot_every|batch|batches} is not possible. Choose 1 or more.</source>
        <translation>Não é possível guardar um instantâneo a cada {snapshot_every} {snapshot_every|lote|lotes}. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>The memory of the device {device} is full with batches of {batch_size} {batch_size|picture|pictures}. Choose a smaller batch size.</source>
        <translation>A memória do dispositivo {device} não basta para lotes de {batch_size} {batch_size|imagem|imagens}. Escolha um lote menor.</translation>
    </message>
    <message>
        <source>ONNX files are read and written with a package that is not installed. Install it with: pip install &quot;cnnviz[export]&quot;.</source>
        <translation>Para ler e gravar arquivos ONNX falta um pacote que não está instalado. Instale com: pip install &quot;cnnviz[export]&quot;.</translation>
    </message>
    <message>
        <source>{file} has {size} MB; ONNX files of up to {limit} MB are read. Choose a smaller network.</source>
        <translation>{file} tem {size} MB; são lidos arquivos ONNX de até {limit} MB. Escolha uma rede menor.</translation>
    </message>
    <message>
        <source>{file} describes more than cnnviz reads: up to {nodes} operators and {limit} MB beside the weights. Choose a smaller network.</source>
        <translation>{file} descreve mais do que o cnnviz lê: até {nodes} operadores e {limit} MB além dos pesos. Escolha uma rede menor.</translation>
    </message>
    <message>
        <source>{file} is not an ONNX file, or it is damaged or cut short. Export the network again, and choose the whole file.</source>
        <translation>{file} não é um arquivo ONNX, ou está danificado ou incompleto. Exporte a rede de novo e escolha o arquivo inteiro.</translation>
    </message>
    <message>
        <source>{file} is written in ONNX format {format} with operators of version {opset}; cnnviz reads formats {formats} and versions {opsets}. Export the network again with version 17 (opset_version=17 in PyTorch).</source>
        <translation>{file} está no formato {format} do ONNX, com operadores da versão {opset}; o cnnviz lê os formatos {formats} e as versões {opsets}. Exporte a rede de novo na versão 17 (opset_version=17 no PyTorch).</translation>
    </message>
    <message>
        <source>The numbers of {tensor} are not in {file} but in another file, which cnnviz does not open. Save the network in one file: onnx.save(onnx.load(&apos;model.onnx&apos;), &apos;whole.onnx&apos;).</source>
        <translation>Os números de {tensor} não estão em {file}, e sim em outro arquivo, que o cnnviz não abre. Salve a rede em um só arquivo: onnx.save(onnx.load(&apos;model.onnx&apos;), &apos;whole.onnx&apos;).</translation>
    </message>
    <message>
        <source>{file} needs operators that cnnviz does not have: {operators}. Choose a network of convolutions, pooling, dense layers and their activations.</source>
        <translation>{file} precisa de operadores que o cnnviz não tem: {operators}. Escolha uma rede de convoluções, pooling, camadas totalmente conectadas e suas ativações.</translation>
    </message>
    <message>
        <source>{file} uses the operator {operator} ({node}) in a way that cnnviz does not support: {setting}. Export the network without it.</source>
        <translation>{file} usa o operador {operator} ({node}) de um modo que o cnnviz não aceita: {setting}. Exporte a rede sem isso.</translation>
    </message>
    <message>
        <source>The network in {file} is broken: {value} is missing, made twice, or read before it is made. Export the network again.</source>
        <translation>A rede em {file} está quebrada: {value} falta, é criado duas vezes ou é lido antes de ser criado. Exporte a rede de novo.</translation>
    </message>
    <message>
        <source>The network in {file} ends in the shape {shape}; cnnviz reads networks that end in one number per class. Export it with its last layers.</source>
        <translation>A rede em {file} termina no formato {shape}; o cnnviz lê redes que terminam em um número por classe. Exporte a rede com as últimas camadas.</translation>
    </message>
    <message>
        <source>The layers of {file} are too large for cnnviz, which reads maps of up to {side} × {side} and up to {weights} million weights. Choose a smaller network.</source>
        <translation>As camadas de {file} são grandes demais para o cnnviz, que lê mapas de até {side} × {side} e até {weights} milhões de pesos. Escolha uma rede menor.</translation>
    </message>
    <message>
        <source>The network in {file} has {inputs} {inputs|input|inputs} and {outputs} {outputs|output|outputs}; cnnviz reads networks with one of each. Export it without the others.</source>
        <translation>A rede em {file} tem {inputs} {inputs|entrada|entradas} e {outputs} {outputs|saída|saídas}; o cnnviz lê redes com uma de cada. Exporte a rede sem as outras.</translation>
    </message>
    <message>
        <source>The input of the network in {file} has the shape {shape}. cnnviz needs the batch first, then channels, height and width as fixed numbers. Export it with a picture of fixed size.</source>
        <translation>A entrada da rede em {file} tem o formato {shape}. O cnnviz precisa do lote primeiro e depois de canais, altura e largura como números fixos. Exporte a rede com uma imagem de tamanho fixo.</translation>
    </message>
    <message>
        <source>{tensor} in {file} should hold {expected} {expected|number|numbers} and holds {found}: the file is damaged. Export the network again.</source>
        <translation>{tensor} em {file} deveria ter {expected} {expected|número|números} e tem {found}: o arquivo está danificado. Exporte a rede de novo.</translation>
    </message>
    <message>
        <source>In {file}, {weight} of the layer {layer} has the shape {found} and should have {expected}: the file is damaged. Export the network again.</source>
        <translation>Em {file}, {weight} da camada {layer} tem o formato {found} e deveria ter {expected}: o arquivo está danificado. Exporte a rede de novo.</translation>
    </message>
    <message>
        <source>{tensor} in {file} holds numbers of the type {kind}; floating-point numbers of 16, 32 and 64 bits are read. Export the network again with float32.</source>
        <translation>{tensor} em {file} contém números do tipo {kind}; são lidos números de ponto flutuante de 16, 32 e 64 bits. Exporte a rede de novo com float32.</translation>
    </message>
    <message>
        <source>In {file}, {count} {count|number|numbers} of {weight} of the layer {layer} {count|is|are} not finite. Choose another file or train the network again.</source>
        <translation>Em {file}, {count} {count|número|números} de {weight} da camada {layer} {count|não é finito|não são finitos}. Escolha outro arquivo ou treine a rede de novo.</translation>
    </message>
    <message>
        <source>Reading the data was cancelled. Start it again when you like.</source>
        <translation>A leitura dos dados foi cancelada. Recomece quando quiser.</translation>
    </message>
    <message>
        <source>It cannot be told which of the tables in {place} are for training and which for the test: {files}. Name one of them, or put train and test into their names.</source>
        <translation>Não dá para saber quais tabelas em {place} são de treino e quais são de teste: {files}. Indique uma delas ou coloque train e test nos nomes.</translation>
    </message>
    <message>
        <source>{file} has no picture in it: a line for each was expected. Copy or download it again.</source>
        <translation>{file} não contém nenhuma imagem: esperava-se uma linha para cada uma. Copie ou baixe o arquivo de novo.</translation>
    </message>
    <message>
        <source>Line 1 of {file} has {columns} {columns|column|columns}; a class and the pixels of a square picture were expected, as 785 for 28 × 28. Choose another file.</source>
        <translation>A linha 1 de {file} tem {columns} {columns|coluna|colunas}; esperava-se uma classe e os pixels de uma imagem quadrada, como 785 para 28 × 28. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>Line {line} of {file} has {found} {found|number|numbers} where {expected} were expected. The file may be cut short: copy or download it again.</source>
        <translation>A linha {line} de {file} tem {found} {found|número|números}; esperava-se {expected}. O arquivo pode estar incompleto: copie ou baixe de novo.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} of {file} is “{text}” where a whole number from 0 to 255 was expected. Correct that line, or download the file again.</source>
        <translation>Na linha {line}, coluna {column} de {file} está “{text}”; esperava-se um número inteiro de 0 a 255. Corrija essa linha ou baixe o arquivo de novo.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} {limit|byte|bytes} of pictures, which is more than can be read. Choose a smaller file.</source>
        <translation>{file} contém mais de {limit} {limit|byte|bytes} de imagens, mais do que se pode ler. Escolha um arquivo menor.</translation>
    </message>
    <message>
        <source>{file} has pictures but no column of classes (label), so that nothing can be learned from it. Choose the file for training.</source>
        <translation>{file} tem imagens, mas nenhuma coluna de classes (label), e por isso não serve para treinar. Escolha o arquivo de treino.</translation>
    </message>
    <message>
        <source>The pictures in {file} have the size {found} where {expected} was expected. Check that it is the right file.</source>
        <translation>As imagens em {file} têm o tamanho {found}; esperava-se {expected}. Confira se é o arquivo certo.</translation>
    </message>
    <message>
        <source>Line {line} of {file} has the class {found}; it should be from {lowest} to {highest}. Correct that line, or download the file again.</source>
        <translation>A linha {line} de {file} tem a classe {found}; deveria ser de {lowest} a {highest}. Corrija essa linha ou baixe o arquivo de novo.</translation>
    </message>
    <message>
        <source>Line {line} of {file} has the class {found}, which {title} leaves out: that letter is signed with a movement. Correct that line, or download the file again.</source>
        <translation>A linha {line} de {file} tem a classe {found}, que não existe em {title}: essa letra é sinalizada com um movimento. Corrija essa linha ou baixe o arquivo de novo.</translation>
    </message>
    <message>
        <source>Byte {byte} of {file} is the class {found}; it should be from {lowest} to {highest}. Download or copy it again.</source>
        <translation>O byte {byte} de {file} é a classe {found}; deveria ser de {lowest} a {highest}. Baixe ou copie o arquivo de novo.</translation>
    </message>
    <message>
        <source>{file} has the size {found}, but {first} has {size}; all pictures of a folder must have one size, unless it is read for a network.</source>
        <translation>{file} tem o tamanho {found}, mas {first} tem {size}; todas as imagens de uma pasta devem ter o mesmo tamanho, a não ser que ela seja lida para uma rede.</translation>
    </message>
    <message>
        <source>Line {line} of {file} has no name of a picture with its class; a name, a comma and a class were expected. Correct that line.</source>
        <translation>A linha {line} de {file} não tem o nome de uma imagem com a classe dela; esperava-se um nome, uma vírgula e uma classe. Corrija essa linha.</translation>
    </message>
    <message>
        <source>Line {line} of {file} tells the class of {name}, but there is no such picture. Unpack all pictures beside it, or remove that line.</source>
        <translation>A linha {line} de {file} dá a classe de {name}, mas essa imagem não existe. Descompacte todas as imagens ao lado do arquivo ou remova essa linha.</translation>
    </message>
    <message>
        <source>{place} has {classes} folders, each of which would be a class; at most {limit} can be learned. Choose the folder that holds a folder for each class.</source>
        <translation>{place} tem {classes} pastas, e cada uma seria uma classe; o máximo é {limit}. Escolha a pasta que contém uma pasta para cada classe.</translation>
    </message>
    <message>
        <source>The pictures take more than {limit} {limit|byte|bytes} together; the limit was reached at {file}, after {count}. Choose fewer or smaller ones.</source>
        <translation>Juntas, as imagens ocupam mais de {limit} {limit|byte|bytes}; o limite foi atingido em {file}, depois de {count}. Escolha menos imagens ou imagens menores.</translation>
    </message>
    <message>
        <source>The class {label} in {place} has pictures to measure with but none to train with. Add some, or remove its folder.</source>
        <translation>A classe {label} em {place} tem imagens de teste, mas nenhuma de treino. Acrescente algumas ou remova a pasta.</translation>
    </message>
    <message>
        <source>{count} {count|picture|pictures} of {name} had another size or other colours and {count|was|were} brought to {size}.</source>
        <translation>{count} {count|imagem|imagens} de {name} {count|tinha|tinham} outro tamanho ou outras cores e {count|foi convertida|foram convertidas} para {size}.</translation>
    </message>
    <message>
        <source>{pictures} training {pictures|picture|pictures} cannot be learned from. Choose 1 or more.</source>
        <translation>Não dá para aprender com {pictures} {pictures|imagem|imagens} de treino. Escolha 1 ou mais.</translation>
    </message>
    <message>
        <source>{name} has {count} training {count|picture|pictures}, fewer than the {pictures} asked for. Choose {count} or less.</source>
        <translation>{name} tem {count} {count|imagem|imagens} de treino, menos que {pictures}, o número pedido. Escolha {count} ou menos.</translation>
    </message>
    <message>
        <source>A share of {validation} of {count} {count|picture|pictures} leaves none to train with, or none to measure with. Choose another share, or more pictures.</source>
        <translation>Separar {validation} de {count} {count|imagem|imagens} não deixa nenhuma para treinar, ou nenhuma para medir. Escolha outra parte ou mais imagens.</translation>
    </message>
    <message>
        <source>The share of wrong labels is {label_noise}; it goes from 0 to 1. Try 0.1.</source>
        <translation>A parte de rótulos errados é {label_noise}; vai de 0 a 1. Experimente 0.1.</translation>
    </message>
    <message>
        <source>The mixture “{text}” has a part without a name. Write it like mnist:2+builtin.</source>
        <translation>A mistura “{text}” tem uma parte sem nome. Escreva como mnist:2+builtin.</translation>
    </message>
    <message>
        <source>A weight in the mixture “{text}” is not above 0 and at most {limit}. Write it like mnist:2+builtin.</source>
        <translation>Um peso na mistura “{text}” não está acima de 0 e até {limit}. Escreva como mnist:2+builtin.</translation>
    </message>
    <message>
        <source>The mixture {name} would have {pictures} {pictures|picture|pictures}, more than memory should be filled with. Choose smaller weights.</source>
        <translation>A mistura {name} teria {pictures} {pictures|imagem|imagens}, mais do que convém pôr na memória. Escolha pesos menores.</translation>
    </message>
    <message>
        <source>The class “{label}” cannot be the name of a folder, which holds its drawings. Choose letters and digits, 60 at most.</source>
        <translation>A classe “{label}” não pode ser o nome de uma pasta, que guarda os desenhos dela. Escolha letras e algarismos, no máximo 60.</translation>
    </message>
    <message>
        <source>There can be {most} {most|class|classes} at most. Remove one before you add another.</source>
        <translation>Pode haver no máximo {most} {most|classe|classes}. Remova uma antes de adicionar outra.</translation>
    </message>
    <message>
        <source>{name} holds no network of drawings with named classes, 2 to {most} of them. Choose a file that was saved with “Save as” of Own classes.</source>
        <translation>{name} não contém uma rede de desenhos com classes com nome, de 2 a {most}. Escolha um arquivo salvo com “Salvar como” em Classes próprias.</translation>
    </message>
    <message>
        <source>There is no change of pictures “{name}”. Choose from: {known}.</source>
        <translation>Não há a variação de imagens “{name}”. Escolha entre: {known}.</translation>
    </message>
    <message>
        <source>The amount of {name} is {value}; it goes from 0 to {most}. Choose a number between them.</source>
        <translation>O valor de {name} é {value}; vai de 0 a {most}. Escolha um número nesse intervalo.</translation>
    </message>
    <message>
        <source>The examples in {name} are not those of its classes: {parameter} should be pictures of 28 × 28. Choose a file that was saved whole.</source>
        <translation>Os exemplos em {name} não são os de suas classes: {parameter} deveria conter imagens de 28 × 28. Escolha um arquivo que tenha sido salvo por inteiro.</translation>
    </message>
    <message>
        <source>A class needs a name. Type one: any text, such as smile.</source>
        <translation>A classe precisa de um nome. Digite um: qualquer texto, como sorriso.</translation>
    </message>
    <message>
        <source>The name has {characters} {characters|character|characters}; at most {most} are taken. Choose a shorter one.</source>
        <translation>O nome tem {characters} {characters|caractere|caracteres}; o máximo é {most}. Escolha um mais curto.</translation>
    </message>
    <message>
        <source>There is a class “{label}” already. Choose another name.</source>
        <translation>Já existe uma classe “{label}”. Escolha outro nome.</translation>
    </message>
    <message>
        <source>To tell classes apart takes at least {least} of them; there {count|is|are} {count}. Add a class.</source>
        <translation>Para distinguir classes são necessárias pelo menos {least}; {count|há|há} {count}. Adicione uma classe.</translation>
    </message>
    <message>
        <source>“{label}” would have {count} examples; at most {most} are taken of a class. Choose fewer pictures.</source>
        <translation>“{label}” teria {count} exemplos; uma classe aceita no máximo {most}. Escolha menos imagens.</translation>
    </message>
    <message>
        <source>“{label}” needs at least {least} examples. Add {missing} more.</source>
        <translation>“{label}” precisa de pelo menos {least} exemplos. Adicione mais {missing}.</translation>
    </message>
    <message>
        <source>There is no picture in {file}. Choose pictures, or a folder with pictures in it.</source>
        <translation>Não há imagem em {file}. Escolha imagens, ou uma pasta que tenha imagens.</translation>
    </message>
    <message>
        <source>{title} cannot answer yet: it is not trained. It can be chosen on the Network page.</source>
        <translation>{title} ainda não pode responder: não foi treinada. Pode ser escolhida na página Rede.</translation>
    </message>
    <message>
        <source>An unexpected problem occurred in cnnviz: {detail}. Your work is still here. Please try again.</source>
        <translation>Ocorreu um problema inesperado no cnnviz: {detail}. Seu trabalho continua aqui. Tente de novo.</translation>
    </message>
    <message>
        <source>The operating system reported an error: {reason}. Check the file name, the permissions and the free disk space.</source>
        <translation>O sistema operacional informou um erro: {reason}. Verifique o nome do arquivo, as permissões e o espaço livre em disco.</translation>
    </message>
    <message>
        <source>There is no step {position}: there {steps|is|are} {steps} {steps|step|steps}, counted from 0.</source>
        <translation>Não existe o passo {position}: há {steps} {steps|passo|passos}, contando a partir de 0.</translation>
    </message>
    <message>
        <source>Only a mean can leave out the padding; {kind} does not divide. Remove that option, or choose the mean.</source>
        <translation>Só a média pode ignorar o padding; {kind} não faz divisão. Retire essa opção ou escolha a média.</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Put spaces between the numbers. You can write 0.5 or 1/3.</source>
        <translation>“{text}” não é um número. Separe os números com espaços; 0,5 e 1/3 também servem.</translation>
    </message>
    <message>
        <source>The output padding is {output_padding}; it cannot be negative. Choose 0 or more.</source>
        <translation>O padding de saída é {output_padding}; ele não pode ser negativo. Escolha 0 ou mais.</translation>
    </message>
    <message>
        <source>{file} is a TIFF picture with an unknown kind of colours (photometric interpretation {photometric}, samples per pixel: {samples}). Save it in grey or RGB.</source>
        <translation>{file} é uma imagem TIFF com um tipo de cores desconhecido (interpretação fotométrica {photometric}, amostras por pixel: {samples}). Salve-a em cinza ou RGB.</translation>
    </message>
    <message>
        <source>{file} contains far more numbers or text than any cnnviz experiment. Choose another file.</source>
        <translation>{file} contém muito mais números ou texto do que qualquer experimento do cnnviz. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>This experiment would make a file of more than {most} MB, which could not be opened again. Make the picture smaller.</source>
        <translation>Este experimento daria um arquivo de mais de {most} MB, que não poderia ser aberto de novo. Diminua a imagem.</translation>
    </message>
    <message>
        <source>The momentum is {momentum}; it must be at least 0 and less than 1. Try 0.9.</source>
        <translation>O momento é {momentum}; ele vai de 0 até quase 1, sem chegar a 1. Tente 0,9.</translation>
    </message>
    <message>
        <source>The number of threads is {threads}, more than any computer can use. Choose {limit} or less.</source>
        <translation>O número de threads é {threads}, mais do que qualquer computador consegue usar. Escolha {limit} ou menos.</translation>
    </message>
    <message>
        <source>This computer has no device {device} that PyTorch can use. It has: {available}. Choose one of these, or auto.</source>
        <translation>Este computador não tem um dispositivo {device} que o PyTorch possa usar. Ele tem: {available}. Escolha um destes, ou auto.</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}, batch {batch}: the loss is no longer a finite number. The learning rate is {learning_rate}; try a tenth of it.</source>
        <translation>O treinamento divergiu na época {epoch}, lote {batch}: a perda deixou de ser um número finito. A taxa de aprendizado é {learning_rate}; tente um décimo dela.</translation>
    </message>
    <message>
        <source>{folder} is in use by process {process} on {machine}. Wait until that training ends, or choose another folder.</source>
        <translation>{folder} está em uso pelo processo {process} em {machine}. Espere esse treinamento terminar ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>The pictures of {name} have the size {found}; the network takes {expected}. Choose another dataset.</source>
        <translation>As imagens de {name} têm o tamanho {found}; a rede recebe {expected}. Escolha outro conjunto de dados.</translation>
    </message>
    <message>
        <source>The labels of {name} go from {lowest} to {highest}; {title} has {classes} {classes|class|classes}, from 0. Choose another dataset.</source>
        <translation>Os rótulos de {name} vão de {lowest} a {highest}; a {title} tem {classes} {classes|classe|classes}, a partir de 0. Escolha outro conjunto de dados.</translation>
    </message>
    <message>
        <source>The device {device} of this computer is not faster with bfloat16, because it cannot compute with such numbers itself. Choose float32.</source>
        <translation>O dispositivo {device} deste computador não fica mais rápido com bfloat16, porque não calcula com esses números. Escolha float32.</translation>
    </message>
    <message>
        <source>{processes} processes on this computer need a GPU each, and there {gpus|is|are} {gpus}. Start fewer (--nproc-per-node), or choose --device cpu.</source>
        <translation>{processes} processos neste computador precisam de uma GPU cada um, e {gpus|há|há} {gpus}. Inicie menos processos (--nproc-per-node) ou escolha --device cpu.</translation>
    </message>
    <message>
        <source>The speed is {speed}. Choose {slowest} to {fastest} {fastest|step|steps} per second.</source>
        <translation>A velocidade é {speed}. Escolha de {slowest} a {fastest} {fastest|passo|passos} por segundo.</translation>
    </message>
    <message>
        <source>The name {file} does not say which animation format to use. End it in .gif, .png, .apng or .webp.</source>
        <translation>O nome {file} não diz qual formato de animação usar. Termine-o em .gif, .png, .apng ou .webp.</translation>
    </message>
    <message>
        <source>The name {file} does not say which file format to use. End it in .npy, .csv or .png.</source>
        <translation>O nome {file} não diz qual formato de arquivo usar. Termine-o em .npy, .csv ou .png.</translation>
    </message>
    <message>
        <source>There is no output to save. First choose settings that work with this picture.</source>
        <translation>Não há saída para salvar. Escolha antes ajustes que funcionem com esta imagem.</translation>
    </message>
    <message>
        <source>{file} already exists and is read-only. Choose another name, or make the file writable.</source>
        <translation>{file} já existe e é somente leitura. Escolha outro nome ou permita a gravação nesse arquivo.</translation>
    </message>
    <message>
        <source>{file} is the input file, and saving would overwrite it. Choose another name for the result.</source>
        <translation>{file} é o arquivo de entrada e seria sobrescrito. Escolha outro nome para o resultado.</translation>
    </message>
    <message>
        <source>{file} is a picture file, but it is damaged or incomplete. Choose another file.</source>
        <translation>{file} é um arquivo de imagem, mas está danificado ou incompleto. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{file} is not a cnnviz experiment. Choose a .cnnlab file.</source>
        <translation>{file} não é um experimento do cnnviz. Escolha um arquivo .cnnlab.</translation>
    </message>
    <message>
        <source>{file} is empty. Choose another file.</source>
        <translation>{file} está vazio. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{file} was saved in version {version} of the file format; this cnnviz reads version {known}. Update cnnviz, or save the experiment again with this cnnviz.</source>
        <translation>{file} foi salvo na versão {version} do formato; este cnnviz lê a versão {known}. Atualize o cnnviz ou salve o experimento de novo com este cnnviz.</translation>
    </message>
    <message>
        <source>{file} is a cnnviz experiment, but its value at {place} is not valid. Nothing was changed. Correct the file, or open another one.</source>
        <translation>{file} é um experimento do cnnviz, mas o valor de {place} é inválido. Nada foi alterado. Corrija o arquivo ou abra outro.</translation>
    </message>
    <message>
        <source>There is no example picture called {name}. Choose one of: {names}.</source>
        <translation>Não existe uma imagem de exemplo chamada {name}. Escolha uma destas: {names}.</translation>
    </message>
    <message>
        <source>There is nothing to read. Draw a digit, or open a picture in which a digit stands out from the paper.</source>
        <translation>Não há nada para ler. Desenhe um dígito ou abra uma imagem em que um dígito se destaque do papel.</translation>
    </message>
    <message>
        <source>The part to keep has {height} × {width} cells, so nothing would be left. Choose at least 1 row and 1 column.</source>
        <translation>A parte escolhida tem {height} × {width} células; não sobraria nada. Escolha pelo menos 1 linha e 1 coluna.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} is empty. Write a number there, for example 0.</source>
        <translation>A célula da linha {row}, coluna {column}, está vazia. Escreva nela um número, por exemplo 0.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} contains “{text}”, which is not a number. Write a number such as 0.5 or 1/9.</source>
        <translation>Na linha {row}, coluna {column}, está “{text}”, que não é um número. Escreva um número, como 0,5 ou 1/9.</translation>
    </message>
    <message>
        <source>No dataset on this computer has pictures of {size}, which the network reads. Choose a network of digits: their pictures are built in.</source>
        <translation>Nenhum conjunto de dados deste computador tem imagens de {size}, que a rede lê. Escolha uma rede de dígitos: as imagens dela vêm embutidas.</translation>
    </message>
    <message>
        <source>The padding is {padding}; at most {limit} is allowed. Choose {limit} or less.</source>
        <translation>O padding é {padding}; o máximo é {limit}. Escolha {limit} ou menos.</translation>
    </message>
    <message>
        <source>Drawing {number} of {file}, counted from 0, contains {found} where {expected} was expected. Nothing was read; correct it and try again.</source>
        <translation>O desenho {number} de {file}, contando a partir de 0, contém {found} onde se esperava {expected}. Nada foi lido; corrija-o e tente de novo.</translation>
    </message>
    <message>
        <source>Steps {first} to {last} do not exist here. Choose steps from 1 to {steps}, and make the first step no later than the last.</source>
        <translation>Os passos de {first} a {last} não existem aqui. Escolha passos de 1 a {steps}; o primeiro não pode vir depois do último.</translation>
    </message>
    <message>
        <source>The dataset {name} was not found. Looked in: {places}. Put train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte (or .gz) there, or pictures in a folder for each class; download MNIST, or use the built-in digits.</source>
        <translation>O conjunto de dados {name} não foi encontrado. Procurado em: {places}. Coloque lá train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte e t10k-labels-idx1-ubyte (ou .gz), ou imagens em uma pasta para cada classe; baixe o MNIST ou use os dígitos embutidos.</translation>
    </message>
    <message>
        <source>The dataset in {place} is not whole. Missing: {files}. Put what is missing there, plain or .gz, or use the built-in digits, which need no files.</source>
        <translation>O conjunto de dados em {place} não está completo. Faltam: {files}. Coloque lá o que falta, puro ou .gz, ou use os dígitos embutidos, que não precisam de arquivos.</translation>
    </message>
    <message>
        <source>{name} is not on this computer. Folders searched: {places}. Put its files there (train-images-idx3-ubyte.gz and its three companions, or cifar-10-binary.tar.gz), download MNIST on the Train page, or use a built-in digit.</source>
        <translation>{name} não está neste computador. Pastas procuradas: {places}. Ponha os arquivos lá (train-images-idx3-ubyte.gz e os três que o acompanham, ou cifar-10-binary.tar.gz), baixe o MNIST na página Treinar ou use um dígito embutido.</translation>
    </message>
    <message>
        <source>The dataset {name} has no pictures to train or to measure with. Choose another one.</source>
        <translation>O conjunto de dados {name} não tem imagens para treinar ou para validar. Escolha outro.</translation>
    </message>
    <message>
        <source>{name} is not on this computer. Looked in: {places}. Put its files there under their published names ({files} and the others), or choose another dataset.</source>
        <translation>{name} não está neste computador. Procurado em: {places}. Coloque lá os arquivos com os nomes originais ({files} e os demais) ou escolha outro conjunto de dados.</translation>
    </message>
    <message>
        <source>There is more than one dataset in {place}: {found}. Name one of its files, as {example}.</source>
        <translation>Há mais de um conjunto de dados em {place}: {found}. Indique um dos arquivos, como {example}.</translation>
    </message>
    <message>
        <source>{name} has no test pictures of its own: {count} {count|picture was|pictures were} kept for validation, and the network does not learn from {count|it|them}.</source>
        <translation>{name} não tem imagens de teste próprias: {count} {count|imagem foi separada|imagens foram separadas}, e a rede não aprende com {count|ela|elas}.</translation>
    </message>
    <message>
        <source>The share of pictures kept for validation is {validation}; it must be at least 0 and less than 1. Try 0.1.</source>
        <translation>A parte das imagens separada para validação é {validation}; vai de 0 até 1, sem incluir 1. Experimente 0.1.</translation>
    </message>
    <message>
        <source>There is only one class, so that no label can be a wrong one. Choose a dataset with more classes.</source>
        <translation>Há uma única classe, e por isso nenhum rótulo pode estar errado. Escolha um conjunto de dados com mais classes.</translation>
    </message>
    <message>
        <source>The pictures of {first} have the size {size} and those of {other} {found}: they cannot be mixed. Choose datasets of one size.</source>
        <translation>As imagens de {first} têm o tamanho {size} e as de {other}, {found}: não podem ser misturadas. Escolha conjuntos de dados do mesmo tamanho.</translation>
    </message>
    <message>
        <source>{name} has a class {label} that the other datasets have not: they cannot be mixed. Choose datasets of the same classes.</source>
        <translation>{name} tem a classe {label}, que os outros conjuntos de dados não têm: não podem ser misturados. Escolha conjuntos com as mesmas classes.</translation>
    </message>
    <message>
        <source>The value “{text}” of {name} is not a number. Write it like rotate=10,shift=2.</source>
        <translation>O valor “{text}” de {name} não é um número. Escreva como rotate=10,shift=2.</translation>
    </message>
    <message>
        <source>Line {line} of {file} does not end within {limit} {limit|byte|bytes}; one line per picture was expected. It is probably not a table of pictures.</source>
        <translation>A linha {line} de {file} não termina em {limit} {limit|byte|bytes}; esperava-se uma linha por imagem. Provavelmente não é uma tabela de imagens.</translation>
    </message>
    <message>
        <source>{file} is a cnnviz experiment, but it is damaged or incomplete at line {line}. Choose another file.</source>
        <translation>{file} é um experimento do cnnviz, mas está danificado ou incompleto na linha {line}. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>The checkpoint of the run does not fit its network and settings: it is damaged, or belongs to another run. Delete checkpoint.safetensors in its folder to begin the run again.</source>
        <translation>O ponto de retomada do treinamento não combina com a rede e as configurações dele: está danificado ou é de outro treinamento. Apague o arquivo checkpoint.safetensors da pasta para recomeçar do início.</translation>
    </message>
    <message>
        <source>A race is running. Stop it first (Races): two at the same time only slow each other down.</source>
        <translation>Há uma corrida em andamento. Pare-a antes (em Corridas): os dois ao mesmo tempo só atrasam um ao outro.</translation>
    </message>
    <message>
        <source>Training is still running. Stop it first: two runs at the same time only slow each other down.</source>
        <translation>Há um treinamento em andamento. Pare-o antes: dois ao mesmo tempo só atrasam um ao outro.</translation>
    </message>
    <message>
        <source>{folder} is not a folder that can be read. Choose the folder where runs are kept.</source>
        <translation>Não há uma pasta legível em {folder}. Escolha a pasta em que os treinamentos são guardados.</translation>
    </message>
    <message>
        <source>{file} was not read: besides pictures it asks for {call}, which could run a program. Nothing in it was run. Download CIFAR-10 again from its authors.</source>
        <translation>{file} não foi lido: além de imagens, ele pede {call}, que poderia executar um programa. Nada dele foi executado. Baixe o CIFAR-10 de novo da página dos autores.</translation>
    </message>
    <message>
        <source>The run in {folder} was written by a newer cnnviz. Update this one.</source>
        <translation>O treinamento em {folder} foi gravado por um cnnviz mais novo. Atualize este.</translation>
    </message>
    <message>
        <source>{layer} is not an activation that can be replaced. Choose one that is.</source>
        <translation>{layer} não é uma ativação que possa ser trocada por outra. Escolha uma camada que seja.</translation>
    </message>
    <message>
        <source>Event files of TensorBoard are written by a package that this small edition of cnnviz leaves out. Get the school edition, which has it.</source>
        <translation>Os arquivos de eventos do TensorBoard são gravados por um pacote que não vem nesta edição pequena do cnnviz. Use a edição escolar, que o traz.</translation>
    </message>
    <message>
        <source>{name} is a file of PyTorch, which is not here to read it. Choose a .safetensors file.</source>
        <translation>{name} é um arquivo do PyTorch, que não está aqui para lê-lo. Escolha um arquivo .safetensors.</translation>
    </message>
    <message>
        <source>Training and gradients need PyTorch, which is not installed. Install it with “{line}”.</source>
        <translation>O treino e os gradientes precisam do PyTorch, que não está instalado. Instale-o com “{line}”.</translation>
    </message>
    <message>
        <source>Training and gradients need PyTorch, which this small edition of cnnviz leaves out. Get the school edition, which has it.</source>
        <translation>O treino e os gradientes precisam do PyTorch, que não vem nesta edição pequena do cnnviz. Use a edição escolar, que o traz.</translation>
    </message>
    <message>
        <source>Training and gradients need PyTorch, which is no longer made for Macs with an Intel processor. Everything else is here; train on another computer.</source>
        <translation>O treino e os gradientes precisam do PyTorch, que não é mais feito para Macs com processador Intel. Todo o resto está aqui; treine em outro computador.</translation>
    </message>
    <message>
        <source>Training and gradients need PyTorch, which is not made for Windows on ARM. Everything else is here; train on another computer.</source>
        <translation>O treino e os gradientes precisam do PyTorch, que não é feito para Windows em ARM. Todo o resto está aqui; treine em outro computador.</translation>
    </message>
    <message>
        <source>ONNX files are read and written with a package that this small edition of cnnviz leaves out. Get the school edition, which has it.</source>
        <translation>Os arquivos ONNX são lidos e gravados com um pacote que não vem nesta edição pequena do cnnviz. Use a edição escolar, que o traz.</translation>
    </message>
</context>
<context>
    <name>SettingsCommands</name>
    <message>
        <source>Fix settings</source>
        <translation>Corrigir ajustes</translation>
    </message>
    <message>
        <source>Reset settings</source>
        <translation>Restaurar ajustes</translation>
    </message>
    <message>
        <source>Choose kernel</source>
        <translation>Escolher kernel</translation>
    </message>
    <message>
        <source>Change kernel number</source>
        <translation>Mudar número do kernel</translation>
    </message>
    <message>
        <source>Paint kernel</source>
        <translation>Pintar kernel</translation>
    </message>
    <message>
        <source>Change bias</source>
        <translation>Mudar viés</translation>
    </message>
    <message>
        <source>Use a kernel per channel</source>
        <translation>Usar um kernel por canal</translation>
    </message>
    <message>
        <source>Use the same numbers for every channel</source>
        <translation>Usar os mesmos números em todos os canais</translation>
    </message>
    <message>
        <source>Use depthwise convolution</source>
        <translation>Usar convolução depthwise</translation>
    </message>
</context>
<context>
    <name>SettingsNow</name>
    <message>
        <source>Learning rate &amp;now</source>
        <translation>Taxa de aprendizado &amp;agora</translation>
    </message>
    <message>
        <source>Momentum now</source>
        <translation>Momento agora</translation>
    </message>
    <message>
        <source>Weight decay now</source>
        <translation>Decaimento agora</translation>
    </message>
    <message>
        <source>Learning rate of the current run</source>
        <translation>Taxa de aprendizado do treinamento atual</translation>
    </message>
    <message>
        <source>Momentum of the current run</source>
        <translation>Momento do treinamento atual</translation>
    </message>
    <message>
        <source>Weight decay of the current run</source>
        <translation>Decaimento dos pesos do treinamento atual</translation>
    </message>
    <message>
        <source>Type another one and press Enter: the next batch uses it</source>
        <translation>Digite outra e tecle Enter: o próximo lote já a usa</translation>
    </message>
</context>
<context>
    <name>ShiftMap</name>
    <message>
        <source>shifted {down} down, {right} to the right</source>
        <translation>deslocado {down} para baixo, {right} para a direita</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
    <message>
        <source>{part}: {words}</source>
        <translation>{part}: {words}</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>Em todas as páginas</translation>
    </message>
</context>
<context>
    <name>SidesField</name>
    <message>
        <source>Rows added above</source>
        <translation>Linhas acrescentadas acima</translation>
    </message>
    <message>
        <source>Rows added below</source>
        <translation>Linhas acrescentadas abaixo</translation>
    </message>
    <message>
        <source>Columns added on the left</source>
        <translation>Colunas acrescentadas à esquerda</translation>
    </message>
    <message>
        <source>Columns added on the right</source>
        <translation>Colunas acrescentadas à direita</translation>
    </message>
    <message>
        <source>top</source>
        <translation>acima</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>abaixo</translation>
    </message>
    <message>
        <source>left</source>
        <translation>esq</translation>
    </message>
    <message>
        <source>right</source>
        <translation>dir</translation>
    </message>
</context>
<context>
    <name>SignalStage</name>
    <message>
        <source>Signal, kernel, products and output as bars</source>
        <translation>Sinal, kernel, produtos e saída em barras</translation>
    </message>
</context>
<context>
    <name>SignalTab</name>
    <message>
        <source>Signal</source>
        <translation>Sinal</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Choose a ready-made signal</source>
        <translation>Escolha um sinal pronto</translation>
    </message>
    <message>
        <source>Choose a ready-made kernel</source>
        <translation>Escolha um kernel pronto</translation>
    </message>
    <message>
        <source>Your own signal</source>
        <translation>Seu próprio sinal</translation>
    </message>
    <message>
        <source>Your own kernel</source>
        <translation>Seu próprio kernel</translation>
    </message>
    <message>
        <source>Numbers with spaces between; at most {most}.</source>
        <translation>Números separados por espaço; {most} no máximo.</translation>
    </message>
    <message>
        <source>Numbers of the signal</source>
        <translation>Números do sinal</translation>
    </message>
    <message>
        <source>The signal’s numbers: type to change them; 1/3 is fine</source>
        <translation>Os números do sinal: digite para mudar; 1/3 também serve</translation>
    </message>
    <message>
        <source>Numbers of the kernel</source>
        <translation>Números do kernel</translation>
    </message>
    <message>
        <source>The kernel’s numbers: type to change them; 1/3 is fine</source>
        <translation>Os números do kernel: digite para mudar; 1/3 também serve</translation>
    </message>
    <message>
        <source>Drag a bar up or down to change it, with Shift several. Click a bar and type its number.</source>
        <translation>Arraste uma barra para cima ou para baixo para mudá-la; com Shift, várias. Clique em uma barra e digite o número.</translation>
    </message>
</context>
<context>
    <name>SignalTitles</name>
    <message>
        <source>Signal</source>
        <translation>Sinal</translation>
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
        <source>position</source>
        <translation>posição</translation>
    </message>
    <message>
        <source>zeros: {before} + {after}</source>
        <translation>zeros: {before} + {after}</translation>
    </message>
    <message>
        <source>{n} {n|number|numbers}</source>
        <translation>{n} {n|número|números}</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>como escrito</translation>
    </message>
    <message>
        <source>sum {total}</source>
        <translation>soma {total}</translation>
    </message>
    <message>
        <source>+ bias {bias}</source>
        <translation>+ viés {bias}</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>invertido</translation>
    </message>
    <message>
        <source>{count} unused</source>
        <translation>{count} sem uso</translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>Ramp and pulse</source>
        <translation>Rampa e pulso</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Degrau</translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation>Impulso</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Pulso</translation>
    </message>
    <message>
        <source>Two pulses</source>
        <translation>Dois pulsos</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Rampa</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Seno</translation>
    </message>
    <message>
        <source>Step with noise</source>
        <translation>Degrau com ruído</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>Números aleatórios</translation>
    </message>
    <message>
        <source>Row of the picture</source>
        <translation>Linha da imagem</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidade</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Deslocamento</translation>
    </message>
    <message>
        <source>Moving average of 3</source>
        <translation>Média móvel de 3</translation>
    </message>
    <message>
        <source>Moving average of 5</source>
        <translation>Média móvel de 5</translation>
    </message>
    <message>
        <source>Gaussian blur of 5</source>
        <translation>Desfoque gaussiano de 5</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Nitidez</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>Second difference</source>
        <translation>Segunda diferença</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Eco</translation>
    </message>
    <message>
        <source>Signal, position {position}: {value}.</source>
        <translation>Sinal, posição {position}: {value}.</translation>
    </message>
    <message>
        <source>It is part of {n} {n|output|outputs}.</source>
        <translation>Entra em {n} {n|saída|saídas}.</translation>
    </message>
    <message>
        <source>Padding: a 0 that is added.</source>
        <translation>Padding: um 0 acrescentado.</translation>
    </message>
    <message>
        <source>No window reaches it.</source>
        <translation>Nenhuma janela chega até ele.</translation>
    </message>
    <message>
        <source>Product: {cell} × {weight} = {value}</source>
        <translation>Produto: {cell} × {weight} = {value}</translation>
    </message>
    <message>
        <source>Output, position {position}: not computed yet.</source>
        <translation>Saída, posição {position}: ainda não calculada.</translation>
    </message>
    <message>
        <source>Output, position {position}: {value}</source>
        <translation>Saída, posição {position}: {value}</translation>
    </message>
    <message>
        <source>Derivative (as in Sobel)</source>
        <translation>Derivada (como a de Sobel)</translation>
    </message>
    <message>
        <source>In one dimension, the input is a signal, not a picture. Choose or type one in the settings</source>
        <translation>Em uma dimensão, a entrada é um sinal, e não uma imagem. Escolha ou digite um nos ajustes</translation>
    </message>
    <message>
        <source>The new picture is not used in one dimension. Choose another operation, or Examples ▸ Row of the picture.</source>
        <translation>A nova imagem não é usada em uma dimensão. Escolha outra operação ou Exemplos ▸ Linha da imagem.</translation>
    </message>
    <message>
        <source>Kernel, number {position}: {value}. It multiplies {n} {n|cell|cells}.</source>
        <translation>Kernel, número {position}: {value}. Multiplica {n} {n|célula|células}.</translation>
    </message>
</context>
<context>
    <name>SizeCard</name>
    <message>
        <source>Choose or draw a picture to see the size of its output.</source>
        <translation>Escolha ou desenhe uma imagem para ver aqui o tamanho da saída.</translation>
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
        <source>n input</source>
        <translation>n entrada</translation>
    </message>
    <message>
        <source>k kernel</source>
        <translation>k kernel</translation>
    </message>
    <message>
        <source>k window</source>
        <translation>k janela</translation>
    </message>
    <message>
        <source>p padding</source>
        <translation>p padding</translation>
    </message>
    <message>
        <source>d dilation</source>
        <translation>d dilatação</translation>
    </message>
    <message>
        <source>s stride</source>
        <translation>s stride</translation>
    </message>
    <message>
        <source>o output padding</source>
        <translation>o padding de saída</translation>
    </message>
    <message>
        <source>Rows never reached: {rows}; columns: {columns}</source>
        <translation>Nunca alcançadas: linhas: {rows}, colunas: {columns}</translation>
    </message>
    <message>
        <source>Cells never reached: {count}</source>
        <translation>Células nunca alcançadas: {count}</translation>
    </message>
    <message>
        <source>the window jumps over them</source>
        <translation>a janela pula por cima delas</translation>
    </message>
    <message>
        <source>Fix the setting</source>
        <translation>Corrigir o ajuste</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>Tamanho da saída</translation>
    </message>
    <message>
        <source>Change this setting to make the operation possible: {text}</source>
        <translation>Mudar este ajuste, para que a operação seja possível: {text}</translation>
    </message>
    <message>
        <source>Use this value, so that the kernel fits</source>
        <translation>Usar este valor, para que o kernel caiba</translation>
    </message>
    <message>
        <source>the last ones, because the division is rounded down</source>
        <translation>as últimas, porque a divisão é arredondada para baixo</translation>
    </message>
    <message>
        <source>Use default settings</source>
        <translation>Usar ajustes padrão</translation>
    </message>
    <message>
        <source>Set stride to size</source>
        <translation>Usar stride igual ao tamanho</translation>
    </message>
</context>
<context>
    <name>SourceTools</name>
    <message>
        <source>Your own signal</source>
        <translation>Seu próprio sinal</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Choose another picture</source>
        <translation>Escolher outra imagem</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Sinal</translation>
    </message>
    <message>
        <source>Make a grid of numbers, or paste one</source>
        <translation>Criar uma grade de números ou colar uma</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Numbers…</source>
        <translation>Números…</translation>
    </message>
    <message>
        <source>Open a picture or an experiment ({keys})</source>
        <translation>Abrir uma imagem ou um experimento ({keys})</translation>
    </message>
    <message>
        <source>Choose an example signal, or a row of the picture</source>
        <translation>Escolher um sinal de exemplo ou uma linha da imagem</translation>
    </message>
    <message>
        <source>Choose a picture from a dataset</source>
        <translation>Escolher uma imagem de um conjunto de dados</translation>
    </message>
    <message>
        <source>Clear the drawing pad</source>
        <translation>Limpar a folha</translation>
    </message>
    <message>
        <source>Dataset…</source>
        <translation>Conjunto de dados…</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>{grid}, row {row}, column {column}: {value}</source>
        <translation>{grid}, linha {row}, coluna {column}: {value}</translation>
    </message>
    <message>
        <source>{grid}, row {row}, column {column}: {value}. {said}</source>
        <translation>{grid}, linha {row}, coluna {column}: {value}. {said}</translation>
    </message>
    <message>
        <source>{grid}, row {row}, column {column}. {said}</source>
        <translation>{grid}, linha {row}, coluna {column}. {said}</translation>
    </message>
    <message>
        <source>Click or drag to move the window. Scroll to zoom. Press Ctrl+arrow keys to read cells.</source>
        <translation>Clique ou arraste para mover a janela. Gire a roda do mouse para ampliar. Use Ctrl+setas para ler as células.</translation>
    </message>
    <message>
        <source>Click a cell to see its sum. Scroll to zoom. Press Ctrl+arrow keys to read cells.</source>
        <translation>Clique em uma célula para ver a soma dela. Gire a roda do mouse para ampliar. Use Ctrl+setas para ler as células.</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>nothing left</source>
        <translation>não sobra nada</translation>
    </message>
    <message>
        <source>Without: {read}</source>
        <translation>Sem ela: {read}</translation>
    </message>
    <message>
        <source>What is read when only this stage is switched off</source>
        <translation>O que é lido quando só esta etapa está desligada</translation>
    </message>
</context>
<context>
    <name>StageWords</name>
    <message>
        <source>Leave out spots</source>
        <translation>Tirar manchas</translation>
    </message>
    <message>
        <source>Fit in 20 × 20</source>
        <translation>Ajustar a 20 × 20</translation>
    </message>
    <message>
        <source>Smooth edges</source>
        <translation>Suavizar bordas</translation>
    </message>
    <message>
        <source>Full value range</source>
        <translation>Faixa completa de valores</translation>
    </message>
    <message>
        <source>Centre of mass</source>
        <translation>Centro de massa</translation>
    </message>
    <message>
        <source>What is far from the digit and small beside it is left out. Without: every speck counts as ink.</source>
        <translation>O que está longe do dígito e é pequeno ao lado dele fica de fora. Sem ela: cada mancha conta como tinta.</translation>
    </message>
    <message>
        <source>The smallest box around the ink is cut out: where you draw is forgotten. Without: the whole sheet goes on.</source>
        <translation>A menor caixa em volta da tinta é recortada: o lugar onde você desenha é esquecido. Sem ela: a folha inteira segue adiante.</translation>
    </message>
    <message>
        <source>The longer side of the box becomes 20 pixels: how large you draw is forgotten. Without: the sheet&apos;s own scale, 28 pixels for its side.</source>
        <translation>O lado maior da caixa passa a ter 20 pixels: o tamanho do desenho é esquecido. Sem ela: a escala da própria folha, 28 pixels para o lado dela.</translation>
    </message>
    <message>
        <source>Anti-aliasing: each pixel is the mean of all that it covers. Without: it is one of them, so edges are jagged and thin lines break.</source>
        <translation>Antisserrilhamento: cada pixel é a média de tudo o que ele cobre. Sem ela: é um só deles, e por isso as bordas ficam serrilhadas e as linhas finas se quebram.</translation>
    </message>
    <message>
        <source>The strongest ink becomes 255, as in MNIST. Without: thin lines and faint pencil stay faint.</source>
        <translation>A tinta mais forte passa a 255, como no MNIST. Sem ela: linhas finas e lápis fraco continuam fracos.</translation>
    </message>
    <message>
        <source>The centre of mass is moved to the middle of 28 × 28, as in MNIST. Without: the middle of the box lies there.</source>
        <translation>O centro de massa vai para o meio de 28 × 28, como no MNIST. Sem ela: é o meio da caixa que fica ali.</translation>
    </message>
    <message>
        <source>Spots stay</source>
        <translation>As manchas ficam</translation>
    </message>
    <message>
        <source>{count} grey {count|level|levels}</source>
        <translation>{count} {count|nível|níveis} de cinza</translation>
    </message>
    <message>
        <source>No spots</source>
        <translation>Sem manchas</translation>
    </message>
    <message>
        <source>One spot left out</source>
        <translation>Sem uma mancha</translation>
    </message>
    <message>
        <source>{count} spots left out</source>
        <translation>Sem {count} manchas</translation>
    </message>
    <message>
        <source>{count} {count|row|rows} down</source>
        <translation>{count} {count|linha|linhas} para baixo</translation>
    </message>
    <message>
        <source>{count} {count|row|rows} up</source>
        <translation>{count} {count|linha|linhas} para cima</translation>
    </message>
    <message>
        <source>{count} {count|column|columns} right</source>
        <translation>{count} {count|coluna|colunas} à direita</translation>
    </message>
    <message>
        <source>{count} {count|column|columns} left</source>
        <translation>{count} {count|coluna|colunas} à esquerda</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>Não se moveu</translation>
    </message>
    <message>
        <source>Crop to the drawing</source>
        <translation>Recortar o desenho</translation>
    </message>
</context>
<context>
    <name>StagesTool</name>
    <message>
        <source>Nothing left</source>
        <translation>Não sobra nada</translation>
    </message>
    <message>
        <source>This network reads the picture itself: nothing is prepared.</source>
        <translation>Esta rede lê a própria imagem: nada é preparado.</translation>
    </message>
    <message>
        <source>This picture lies as MNIST&apos;s digits do: it is taken as it is, and no stage changes it.</source>
        <translation>Esta imagem está como os dígitos do MNIST: é usada como está, e nenhuma etapa a muda.</translation>
    </message>
    <message>
        <source>Every network trained on MNIST expects digits that went this way. Switch a stage off and see what it is worth.</source>
        <translation>Toda rede treinada com o MNIST espera dígitos que passaram por este caminho. Desligue uma etapa e veja quanto ela vale.</translation>
    </message>
    <message>
        <source>With all stages</source>
        <translation>Com todas as etapas</translation>
    </message>
    <message>
        <source>As switched</source>
        <translation>Com o que está ligado</translation>
    </message>
    <message>
        <source>Read with all stages</source>
        <translation>O que é lido com todas as etapas</translation>
    </message>
    <message>
        <source>What the network sees with all stages</source>
        <translation>O que a rede vê com todas as etapas</translation>
    </message>
    <message>
        <source>What the network sees as switched</source>
        <translation>O que a rede vê com o que está ligado</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>Ligar todas</translation>
    </message>
    <message>
        <source>Switch all stages on</source>
        <translation>Ligar todas as etapas</translation>
    </message>
    <message>
        <source>Draw a digit to see its way to the network here.</source>
        <translation>Desenhe um dígito para ver aqui o caminho dele até a rede.</translation>
    </message>
    <message>
        <source>Read with these stages</source>
        <translation>O que é lido com estas etapas</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>What do you want to see first?</source>
        <translation>O que você quer ver primeiro?</translation>
    </message>
    <message>
        <source>Three ways in. They stay in the Help menu.</source>
        <translation>Três caminhos. Eles continuam no menu Ajuda.</translation>
    </message>
    <message>
        <source>See a kernel work</source>
        <translation>Ver um kernel trabalhar</translation>
    </message>
    <message>
        <source>Guess the next number of a small convolution.</source>
        <translation>Adivinhe o próximo número de uma convolução pequena.</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Desenhar um dígito</translation>
    </message>
    <message>
        <source>See what a trained network makes of it.</source>
        <translation>Veja o que uma rede treinada acha dele.</translation>
    </message>
    <message>
        <source>Watch a network learn</source>
        <translation>Ver uma rede aprender</translation>
    </message>
    <message>
        <source>It begins by guessing; you see it get better.</source>
        <translation>Ela começa chutando; você a vê melhorar.</translation>
    </message>
    <message>
        <source>Close this card; the window lies behind it</source>
        <translation>Fechar este cartão; a janela está atrás dele</translation>
    </message>
    <message>
        <source>Look around by myself</source>
        <translation>Olhar por conta própria</translation>
    </message>
</context>
<context>
    <name>StatisticsSwitch</name>
    <message>
        <source>As while training</source>
        <translation>Como no treinamento</translation>
    </message>
    <message>
        <source>no batch normalization in this layer itself</source>
        <translation>esta camada em si não tem normalização em lote</translation>
    </message>
    <message>
        <source>mean and variance as before training: 0 and 1</source>
        <translation>média e variância de antes do treinamento: 0 e 1</translation>
    </message>
    <message>
        <source>mean and variance of this picture’s map</source>
        <translation>média e variância do mapa desta imagem</translation>
    </message>
    <message>
        <source>one number has no variance: as after training</source>
        <translation>um só número não tem variância: como depois do treinamento</translation>
    </message>
    <message>
        <source>mean and variance measured while training</source>
        <translation>média e variância medidas durante o treinamento</translation>
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
    <name>StepColumn</name>
    <message>
        <source>{rows} × {columns} numbers: too many to write out</source>
        <translation>{rows} × {columns} números: são muitos para escrever aqui</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Window, {channel}</source>
        <translation>Janela, {channel}</translation>
    </message>
    <message>
        <source>= Products</source>
        <translation>= Produtos</translation>
    </message>
    <message>
        <source>× Equal weights</source>
        <translation>× Pesos iguais</translation>
    </message>
    <message>
        <source>→ Kept</source>
        <translation>→ Mantido</translation>
    </message>
    <message>
        <source>= Number</source>
        <translation>= Número</translation>
    </message>
    <message>
        <source>× Kernel, turned</source>
        <translation>× Kernel girado</translation>
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
        <source>No picture under the window yet</source>
        <translation>Ainda não há imagem sob a janela</translation>
    </message>
    <message>
        <source>Kernel {number} does not read {chosen}; {seen} is shown instead.</source>
        <translation>O kernel {number} não lê o canal {chosen}; em seu lugar aparece o {seen}.</translation>
    </message>
    <message>
        <source>Point at a weight to see every cell that it multiplies.</source>
        <translation>Aponte para um peso para ver todas as células que ele multiplica.</translation>
    </message>
    <message>
        <source>Click a small grid, or press Enter on it, to enlarge it.</source>
        <translation>Clique em uma grade pequena para ampliá-la; Enter também serve.</translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>The step after batch {batch}</source>
        <translation>O passo após o lote {batch}</translation>
    </message>
    <message>
        <source>The first step</source>
        <translation>O primeiro passo</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Resposta certa</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Which class the picture shows: the loss is measured by it</source>
        <translation>Qual classe a imagem mostra: a perda é medida por ela</translation>
    </message>
    <message>
        <source>Whose weights are looked at</source>
        <translation>De qual camada são os pesos mostrados</translation>
    </message>
    <message>
        <source>Take this moment&apos;s step</source>
        <translation>Dar o passo deste momento</translation>
    </message>
    <message>
        <source>The training has gone on since: take the current step</source>
        <translation>O treinamento já avançou: dar o passo atual</translation>
    </message>
</context>
<context>
    <name>StepTool</name>
    <message>
        <source>Draw a digit on the Draw page: the step is taken on your drawing.</source>
        <translation>Desenhe um dígito na página Desenhar: o passo é dado com o seu desenho.</translation>
    </message>
    <message>
        <source>The step is being taken…</source>
        <translation>O passo está sendo dado…</translation>
    </message>
    <message>
        <source>Click Start, or train one batch: then you can see every number of a step here.</source>
        <translation>Clique em Iniciar ou treine um lote: aqui você vê, então, todos os números de um passo.</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>switched off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>Back to the network</source>
        <translation>Voltar à rede</translation>
    </message>
    <message>
        <source>Back to the network (Esc)</source>
        <translation>Voltar à rede (Esc)</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>1 Forward</source>
        <translation>1 Ida</translation>
    </message>
    <message>
        <source>What each layer makes of the picture</source>
        <translation>O que cada camada faz com a imagem</translation>
    </message>
    <message>
        <source>2 Loss</source>
        <translation>2 Perda</translation>
    </message>
    <message>
        <source>How far the answer is from the right one</source>
        <translation>Quão longe a resposta está da certa</translation>
    </message>
    <message>
        <source>3 Backward</source>
        <translation>3 Volta</translation>
    </message>
    <message>
        <source>How the loss changes with each number</source>
        <translation>Como a perda muda com cada número</translation>
    </message>
    <message>
        <source>4 Kernel</source>
        <translation>4 Kernel</translation>
    </message>
    <message>
        <source>How the loss changes with each weight</source>
        <translation>Como a perda muda com cada peso</translation>
    </message>
    <message>
        <source>5 Update</source>
        <translation>5 Atualização</translation>
    </message>
    <message>
        <source>What the optimizer makes of the gradient</source>
        <translation>O que o otimizador faz com o gradiente</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradiente</translation>
    </message>
    <message>
        <source>with weight decay</source>
        <translation>com decaimento</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>velocidade</translation>
    </message>
    <message>
        <source>looking ahead</source>
        <translation>olhando adiante</translation>
    </message>
    <message>
        <source>mean gradient</source>
        <translation>gradiente médio</translation>
    </message>
    <message>
        <source>mean square</source>
        <translation>média dos quadrados</translation>
    </message>
    <message>
        <source>mean, corrected</source>
        <translation>média corrigida</translation>
    </message>
    <message>
        <source>square, corrected</source>
        <translation>quadrado corrigido</translation>
    </message>
    <message>
        <source>weight, decayed</source>
        <translation>peso com decaimento</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>direção</translation>
    </message>
    <message>
        <source>mean square of steps</source>
        <translation>média dos passos ao quadrado</translation>
    </message>
    <message>
        <source>step</source>
        <translation>passo</translation>
    </message>
    <message>
        <source>new weight</source>
        <translation>novo peso</translation>
    </message>
    <message>
        <source>{layer}: weights of unit {unit}, laid out in rows</source>
        <translation>{layer}: pesos da unidade {unit}, dispostos em linhas</translation>
    </message>
    <message>
        <source>{layer}: kernel from map {input} to map {output}</source>
        <translation>{layer}: kernel do mapa {input} para o mapa {output}</translation>
    </message>
    <message>
        <source>Each number that is read, times the gradient of the unit.</source>
        <translation>Cada número lido, vezes o gradiente da unidade.</translation>
    </message>
    <message>
        <source>The gradient of the output map is laid on the input map as a kernel: each place gives the gradient of one weight.</source>
        <translation>O gradiente do mapa de saída é posto sobre o mapa de entrada como um kernel: cada posição dá o gradiente de um peso.</translation>
    </message>
    <message>
        <source>The right class, {label}, gets the probability {probability}. With label smoothing every class adds to the loss: {loss}.</source>
        <translation>A classe certa, {label}, recebe a probabilidade {probability}. Com a suavização dos rótulos, todas as classes contribuem para a perda: {loss}.</translation>
    </message>
    <message>
        <source>The right class, {label}, gets the probability {probability}. The loss is −ln {probability} = {loss}.</source>
        <translation>A classe certa, {label}, recebe a probabilidade {probability}. A perda é −ln {probability} = {loss}.</translation>
    </message>
</context>
<context>
    <name>SumDefinition</name>
    <message>
        <source>Correlation: {formula}</source>
        <translation>Correlação: {formula}</translation>
    </message>
    <message>
        <source>True convolution: {formula}</source>
        <translation>Convolução verdadeira: {formula}</translation>
    </message>
    <message>
        <source>indices count from 0</source>
        <translation>os índices contam a partir de 0</translation>
    </message>
    <message>
        <source>The definition</source>
        <translation>A definição</translation>
    </message>
</context>
<context>
    <name>SumProducts</name>
    <message>
        <source>{rows} × {columns} numbers: too many to write out</source>
        <translation>{rows} × {columns} números: são muitos para escrever aqui</translation>
    </message>
</context>
<context>
    <name>SumRow</name>
    <message>
        <source>The sum is copied as LaTeX.</source>
        <translation>A soma foi copiada em LaTeX.</translation>
    </message>
    <message>
        <source>bias {bias}</source>
        <translation>viés {bias}</translation>
    </message>
    <message>
        <source>+ {count} {count|zero|zeros}</source>
        <translation>+ {count} {count|zero|zeros}</translation>
    </message>
    <message>
        <source>+ {count} more: {sum}</source>
        <translation>+ resto ({count}): {sum}</translation>
    </message>
    <message>
        <source>Every product</source>
        <translation>Todos os produtos</translation>
    </message>
    <message>
        <source>Added to the sums of the channels.</source>
        <translation>Somado ao resultado dos canais.</translation>
    </message>
    <message>
        <source>Added to the sums of the channels. Click to change it.</source>
        <translation>Somado às somas parciais dos canais. Clique para alterar.</translation>
    </message>
    <message>
        <source>Show the products of every input channel, not only of the one on display</source>
        <translation>Mostrar os produtos de todos os canais de entrada, e não só os do canal exibido</translation>
    </message>
    <message>
        <source>Position {number}</source>
        <translation>Posição {number}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}</source>
        <translation>Linha {row}, coluna {column}</translation>
    </message>
    <message>
        <source>Output {number} of {count}</source>
        <translation>Saída {number} de {count}</translation>
    </message>
    <message>
        <source>{count} {count|product|products}</source>
        <translation>{count} {count|produto|produtos}</translation>
    </message>
    <message>
        <source>{count} {count|product|products}, {zeros} of them 0</source>
        <translation>{count} {count|produto|produtos}, {zeros} com valor 0</translation>
    </message>
    <message>
        <source>Number of the output cell</source>
        <translation>Número da célula de saída</translation>
    </message>
    <message>
        <source>The sum at a glance</source>
        <translation>A soma num relance</translation>
    </message>
    <message>
        <source>Whole sum</source>
        <translation>Soma inteira</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos os canais</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>A soma</translation>
    </message>
    <message>
        <source>This sum has {count} numbers, too many to copy. Choose a smaller window.</source>
        <translation>Esta soma tem {count} números, demais para copiar. Escolha uma janela menor.</translation>
    </message>
    <message>
        <source>Sum copied.</source>
        <translation>Soma copiada.</translation>
    </message>
    <message>
        <source>Show every product, including those that are 0</source>
        <translation>Mostrar todos os produtos, também os que são 0</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definição</translation>
    </message>
    <message>
        <source>See the definition with its indices filled in for this cell</source>
        <translation>Ver a definição com os índices preenchidos para esta célula</translation>
    </message>
    <message>
        <source>all {count} {count|product is|products are} 0</source>
        <translation>{count|o produto|todos os} {count} {count|é|produtos são} 0</translation>
    </message>
</context>
<context>
    <name>SumTerms</name>
    <message>
        <source>product → running sum</source>
        <translation>produto → soma parcial</translation>
    </message>
    <message>
        <source>Every product is 0.</source>
        <translation>Todos os produtos são 0.</translation>
    </message>
    <message>
        <source>row {row}, column {column} of the kernel: {factors} = {product}; running sum {running}</source>
        <translation>linha {row}, coluna {column} do kernel: {factors} = {product}; soma até aqui {running}</translation>
    </message>
</context>
<context>
    <name>SumText</name>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
</context>
<context>
    <name>SummaryColumns</name>
    <message>
        <source>All layers</source>
        <translation>Todas as camadas</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>The name of the layer</source>
        <translation>O nome da camada</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What the layer does</source>
        <translation>O que a camada faz</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Maps × rows × columns, or how many numbers</source>
        <translation>Mapas × linhas × colunas, ou quantos números</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Rows × columns of the kernel, or of the window of a pooling</source>
        <translation>Linhas × colunas do kernel, ou da janela de um pooling</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Stride</translation>
    </message>
    <message>
        <source>Rows × columns that the window moves at each step</source>
        <translation>Linhas × colunas que a janela anda a cada passo</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Padding</translation>
    </message>
    <message>
        <source>Rows × columns added on each side; four numbers: top, bottom, left, right</source>
        <translation>Linhas × colunas acrescentadas em cada lado; quatro números: acima, abaixo, esquerda, direita</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Worked out as window × channels read × channels made, plus the biases</source>
        <translation>A conta: janela × canais lidos × canais feitos, mais os vieses</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Aprendidos</translation>
    </message>
    <message>
        <source>Parameters that training changes</source>
        <translation>Parâmetros que o treinamento muda</translation>
    </message>
    <message>
        <source>Not learned</source>
        <translation>Não aprendidos</translation>
    </message>
    <message>
        <source>Parameters that are kept and not learned: running means, fixed codes</source>
        <translation>Parâmetros guardados e não aprendidos: médias acumuladas, códigos fixos</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Multiplicações-somas</translation>
    </message>
    <message>
        <source>Multiplications, each with its addition, per picture</source>
        <translation>Multiplicações, cada uma com a sua adição, por imagem</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>What flows into all units, biases included, as LeCun (1998) counts</source>
        <translation>O que chega a todas as unidades, com os vieses, na contagem de LeCun (1998)</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>Campo receptivo</translation>
    </message>
    <message>
        <source>Rows × columns of the picture, padding included, that one number sees</source>
        <translation>Linhas × colunas da imagem, com o padding, que um número vê</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Output for one picture and parameters, in 32-bit numbers</source>
        <translation>Saída para uma imagem e parâmetros, com números de 32 bits</translation>
    </message>
</context>
<context>
    <name>SummaryTable</name>
    <message>
        <source>Ctrl+C copies the selected rows; Return shows a layer</source>
        <translation>Ctrl+C copia as linhas selecionadas; Enter mostra uma camada</translation>
    </message>
    <message>
        <source>Summary of the network</source>
        <translation>Resumo da rede</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>batches</source>
        <translation>lotes</translation>
    </message>
    <message>
        <source>Accuracy of the best runs</source>
        <translation>Acurácia dos melhores treinamentos</translation>
    </message>
    <message>
        <source>Loss of the best runs</source>
        <translation>Perda dos melhores treinamentos</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perda</translation>
    </message>
    <message>
        <source>Dots: validation pictures after each epoch; before, the training batches</source>
        <translation>Pontos: imagens de validação após cada época; antes disso, os lotes de treinamento</translation>
    </message>
    <message>
        <source>% correct</source>
        <translation>% de acertos</translation>
    </message>
    <message>
        <source>All runs, the best first: what differs, and their results</source>
        <translation>Todos os treinamentos, do melhor ao pior: o que muda entre eles e os seus resultados</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>{title}. Click to open, paste or draw another picture</source>
        <translation>{title}. Clique para abrir, colar ou desenhar outra imagem</translation>
    </message>
</context>
<context>
    <name>TimeGrid</name>
    <message>
        <source>{row}, batch {batch}</source>
        <translation>{row}, lote {batch}</translation>
    </message>
    <message>
        <source>batch {batch}</source>
        <translation>lote {batch}</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Before the first batch: random weights</source>
        <translation>Antes do primeiro lote: pesos aleatórios</translation>
    </message>
    <message>
        <source>Back to {network}</source>
        <translation>Voltar à {network}</translation>
    </message>
    <message>
        <source>Batch {batch} · epoch {epoch} of {epochs}</source>
        <translation>Lote {batch} · época {epoch} de {epochs}</translation>
    </message>
    <message>
        <source>drag to see every page as it was then</source>
        <translation>arraste para ver cada página como ela era naquele momento</translation>
    </message>
    <message>
        <source>{drag}; small bars: how sure it was of your {label}</source>
        <translation>{drag}; barrinhas: quanta certeza ela tinha do seu {label}</translation>
    </message>
    <message>
        <source>{drag}; small bars: how sure it was of “{label}”</source>
        <translation>{drag}; barrinhas: quanta certeza ela tinha de “{label}”</translation>
    </message>
    <message>
        <source>Look at the network at an earlier batch</source>
        <translation>Ver a rede em um lote anterior</translation>
    </message>
    <message>
        <source>{epoch}, best</source>
        <translation>{epoch}, melhor</translation>
    </message>
    <message>
        <source>Back to the network chosen before</source>
        <translation>Voltar à rede escolhida antes</translation>
    </message>
    <message>
        <source>Show the network that was chosen here before the timeline moved</source>
        <translation>Mostrar a rede que estava escolhida aqui antes de a linha do tempo se mover</translation>
    </message>
    <message>
        <source>Training timeline</source>
        <translation>Linha do tempo do treinamento</translation>
    </message>
    <message>
        <source>the kernel here does not come from this network: take one that does, and see it learn</source>
        <translation>o kernel daqui não é desta rede: use um dela e veja-o aprender</translation>
    </message>
    <message>
        <source>this network has no kernels: nothing here changes with it</source>
        <translation>esta rede não tem kernels: nada muda aqui com ela</translation>
    </message>
    <message>
        <source>drag to see these {count} kernels as they were then</source>
        <translation>arraste para ver estes {count} kernels como eram naquele momento</translation>
    </message>
    <message>
        <source>drag to see kernel {number} of {layer} and its bias as they were then</source>
        <translation>arraste para ver o kernel {number} de {layer} e seu viés como eram naquele momento</translation>
    </message>
    <message>
        <source>Use a learned kernel</source>
        <translation>Usar um kernel aprendido</translation>
    </message>
    <message>
        <source>Put a kernel of the network that learns to work here</source>
        <translation>Pôr para trabalhar aqui um kernel da rede que aprende</translation>
    </message>
</context>
<context>
    <name>TimelineFoot</name>
    <message>
        <source>Pause the timeline</source>
        <translation>Pausar a linha do tempo</translation>
    </message>
    <message>
        <source>Play the timeline</source>
        <translation>Reproduzir a linha do tempo</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message>
        <source>Earlier snapshot</source>
        <translation>Instantâneo anterior</translation>
    </message>
    <message>
        <source>Later snapshot</source>
        <translation>Próximo instantâneo</translation>
    </message>
    <message>
        <source>Play the whole training in ten seconds</source>
        <translation>Reproduzir todo o treinamento em dez segundos</translation>
    </message>
    <message>
        <source>Show the current network again</source>
        <translation>Mostrar de novo a rede atual</translation>
    </message>
    <message>
        <source>Go one state back in the training</source>
        <translation>Voltar um estado no treinamento</translation>
    </message>
    <message>
        <source>Go one state forward in the training</source>
        <translation>Avançar um estado no treinamento</translation>
    </message>
</context>
<context>
    <name>ToolScroll</name>
    <message>
        <source>Tool, scrolls</source>
        <translation>Ferramenta, com rolagem</translation>
    </message>
</context>
<context>
    <name>ToolsBar</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>Dot where you point</source>
        <translation>Ponto onde você aponta</translation>
    </message>
    <message>
        <source>Pen: marks that fade</source>
        <translation>Caneta: riscos que somem sozinhos</translation>
    </message>
    <message>
        <source>Wipe the marks away</source>
        <translation>Apagar os riscos</translation>
    </message>
    <message>
        <source>Cover each answer first</source>
        <translation>Cobrir cada resposta antes</translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation>Revelar a resposta</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>Tela preta</translation>
    </message>
    <message>
        <source>End the presentation</source>
        <translation>Encerrar a apresentação</translation>
    </message>
    <message>
        <source>Page Down next · Page Up back · B dark · P pen · Esc leaves</source>
        <translation>Page Down avança · Page Up volta · B tela preta · P caneta · Esc encerra</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Holofote</translation>
    </message>
</context>
<context>
    <name>TrainActions</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Uma época</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>The pictures to learn from, their numbers and their changes</source>
        <translation>As imagens para aprender, os números e as modificações delas</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>What the network takes for what, and the pictures of that</source>
        <translation>O que a rede confunde com o quê, e as imagens disso</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Erros</translation>
    </message>
    <message>
        <source>How weights, gradients and outputs of each layer change</source>
        <translation>Como mudam os pesos, gradientes e saídas de cada camada</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Forward, loss, backward and update of one step, with its numbers</source>
        <translation>Ida, perda, volta e atualização de um passo, com seus números</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Um passo por dentro</translation>
    </message>
    <message>
        <source>Open the gradient of a kernel first: One step, Kernel.</source>
        <translation>Primeiro abra o gradiente de um kernel: Um passo por dentro, Kernel.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproduzir</translation>
    </message>
    <message>
        <source>Stay at this weight</source>
        <translation>Ficar neste peso</translation>
    </message>
    <message>
        <source>The sum of the next weight</source>
        <translation>A soma do próximo peso</translation>
    </message>
    <message>
        <source>Next weight</source>
        <translation>Próximo peso</translation>
    </message>
    <message>
        <source>Networks that differ in one thing, trained beside each other</source>
        <translation>Redes que diferem em uma só coisa, treinadas lado a lado</translation>
    </message>
    <message>
        <source>Races</source>
        <translation>Corridas</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Comparar treinamentos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Train on from this moment</source>
        <translation>Treinar a partir deste momento</translation>
    </message>
    <message>
        <source>Use on Draw page</source>
        <translation>Usar na página Desenhar</translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation>Salvar pesos…</translation>
    </message>
    <message>
        <source>Kept runs…</source>
        <translation>Treinamentos guardados…</translation>
    </message>
    <message>
        <source>This run is not kept in a folder.</source>
        <translation>Este treinamento não está guardado em uma pasta.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Salvar relatório…</translation>
    </message>
    <message>
        <source>Before the first batch, nothing has been learned yet.</source>
        <translation>Antes do primeiro lote, nada foi aprendido ainda.</translation>
    </message>
    <message>
        <source>Write the weights as of this moment to a safetensors file</source>
        <translation>Gravar os pesos deste momento em um arquivo safetensors</translation>
    </message>
    <message>
        <source>Kept runs side by side</source>
        <translation>Treinamentos guardados lado a lado</translation>
    </message>
    <message>
        <source>Click Stop first.</source>
        <translation>Clique antes em Parar.</translation>
    </message>
    <message>
        <source>Train first: click Start.</source>
        <translation>Treine antes: clique em Iniciar.</translation>
    </message>
    <message>
        <source>Use the network shown here to classify your drawings</source>
        <translation>Usar a rede mostrada aqui para classificar os seus desenhos</translation>
    </message>
    <message>
        <source>Save animation…</source>
        <translation>Salvar animação…</translation>
    </message>
    <message>
        <source>Training is stopping…</source>
        <translation>O treinamento está parando…</translation>
    </message>
    <message>
        <source>Preparing the training…</source>
        <translation>Preparando o treinamento…</translation>
    </message>
    <message>
        <source>Loss and accuracy during the training</source>
        <translation>Perda e acurácia ao longo do treinamento</translation>
    </message>
    <message>
        <source>Move across the kernel automatically</source>
        <translation>Percorrer o kernel automaticamente</translation>
    </message>
    <message>
        <source>Pause when the current batch is done</source>
        <translation>Pausar quando o lote atual terminar</translation>
    </message>
    <message>
        <source>Continue training from this batch</source>
        <translation>Continuar o treinamento a partir deste lote</translation>
    </message>
    <message>
        <source>Start training with these settings</source>
        <translation>Começar o treinamento com estas configurações</translation>
    </message>
    <message>
        <source>Train on one batch, then pause</source>
        <translation>Treinar com um lote e pausar</translation>
    </message>
    <message>
        <source>Train one batch</source>
        <translation>Treinar um lote</translation>
    </message>
    <message>
        <source>Train until the end of the epoch, then pause</source>
        <translation>Treinar até o fim da época e pausar</translation>
    </message>
    <message>
        <source>No training is running.</source>
        <translation>Nenhum treinamento em andamento.</translation>
    </message>
    <message>
        <source>Stop training and keep the trained weights</source>
        <translation>Parar o treinamento e guardar os pesos treinados</translation>
    </message>
    <message>
        <source>Saving the weights…</source>
        <translation>Salvando os pesos…</translation>
    </message>
    <message>
        <source>Presets, and everything else you can set for a run (hyperparameters)</source>
        <translation>Configurações prontas e tudo o mais que se pode ajustar em um treinamento (hiperparâmetros)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>List the kept runs; show one again or delete it</source>
        <translation>Listar os treinamentos guardados; mostrar um de novo ou excluí-lo</translation>
    </message>
    <message>
        <source>Save the run as a GIF or WebP: maps, kernels, answer and loss</source>
        <translation>Salvar o treinamento como GIF ou WebP: mapas, kernels, resposta e perda</translation>
    </message>
    <message>
        <source>Save the run as a page, its numbers as a table, its curves, or its settings as a program</source>
        <translation>Salvar o treinamento como página, os números como tabela, as curvas ou as configurações como programa</translation>
    </message>
    <message>
        <source>Start again with the settings of the run shown</source>
        <translation>Começar de novo com as configurações do treinamento mostrado</translation>
    </message>
    <message>
        <source>Same settings again</source>
        <translation>Mesmas configurações de novo</translation>
    </message>
    <message>
        <source>Start training with these settings and the weights of the moment shown</source>
        <translation>Começar um treinamento com estas configurações e os pesos do momento mostrado</translation>
    </message>
    <message>
        <source>The sum of the previous weight</source>
        <translation>A soma do peso anterior</translation>
    </message>
    <message>
        <source>Previous weight</source>
        <translation>Peso anterior</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>A number can be opened once the network has learned a batch.</source>
        <translation>Um número pode ser aberto assim que a rede tiver aprendido um lote.</translation>
    </message>
    <message>
        <source>The Draw page now uses this network as of batch {batch}.</source>
        <translation>A página Desenhar agora usa esta rede como ela estava após o lote {batch}.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} foi salvo.</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{position} of {steps}</source>
        <translation>{position} de {steps}</translation>
    </message>
    <message>
        <source>1 step in {seconds} s</source>
        <translation>1 passo em {seconds} s</translation>
    </message>
    <message>
        <source>{steps} {n|step|steps}/s</source>
        <translation>{steps} {n|passo|passos}/s</translation>
    </message>
    <message>
        <source>Position of the window</source>
        <translation>Posição da janela</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Playback speed: {rate}</source>
        <translation>Velocidade da reprodução: {rate}</translation>
    </message>
    <message>
        <source>Drag to move the window along its path</source>
        <translation>Arraste para mover a janela pelo percurso</translation>
    </message>
    <message>
        <source>Playback speed</source>
        <translation>Velocidade da reprodução</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: {step}</source>
        <translation>Desfeito: {step}</translation>
    </message>
    <message>
        <source>Redone: {step}</source>
        <translation>Refeito: {step}</translation>
    </message>
</context>
<context>
    <name>UnitRows</name>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
    </message>
</context>
<context>
    <name>UpdatePart</name>
    <message>
        <source>Weight in row {row}, column {column}: {before} → {after}</source>
        <translation>Peso na linha {row}, coluna {column}: {before} → {after}</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>Weights before</source>
        <translation>Pesos antes</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudança</translation>
    </message>
    <message>
        <source>Weights after</source>
        <translation>Pesos depois</translation>
    </message>
    <message>
        <source>Click a weight to see how it is updated</source>
        <translation>Clique em um peso para ver como ele é atualizado</translation>
    </message>
    <message>
        <source>The optimizer begins without memory here: it is known only where the run is paused.</source>
        <translation>Aqui o otimizador começa sem memória: ela só é conhecida onde o treinamento está parado.</translation>
    </message>
</context>
<context>
    <name>WalkWords</name>
    <message>
        <source>Open a number of a map first</source>
        <translation>Abra primeiro um número de um mapa</translation>
    </message>
    <message>
        <source>The last windows of this pooling reach beyond its maps, which those of the Convolution page never do</source>
        <translation>As últimas janelas deste pooling passam da borda dos mapas, o que as da página Convolução nunca fazem</translation>
    </message>
    <message>
        <source>Only convolution and pooling move a window over maps: there are no steps to show here</source>
        <translation>Só a convolução e o pooling movem uma janela sobre mapas: aqui não há passos para mostrar</translation>
    </message>
    <message>
        <source>the number before {kind}</source>
        <translation>o número antes de {kind}</translation>
    </message>
    <message>
        <source>{said}. Undo brings your picture back.</source>
        <translation>{said}. Desfazer traz de volta a sua imagem.</translation>
    </message>
    <message>
        <source>Brought from the network: {maps}, and {value}</source>
        <translation>Trazido da rede: {maps}, e {value}</translation>
    </message>
    <message>
        <source>Brought as red, green and blue: {maps}, and {value}</source>
        <translation>Trazidos como vermelho, verde e azul: {maps}, e {value}</translation>
    </message>
    <message>
        <source>One of {count} {count|map|maps}, {map}, and its kernel: their sum is the partial sum {value}</source>
        <translation>Um de {count} {count|mapa|mapas}, {map}, e o seu kernel: a soma deles é a soma parcial {value}</translation>
    </message>
</context>
<context>
    <name>WaysOn</name>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Teach it</source>
        <translation>Ensinar</translation>
    </message>
    <message>
        <source>Own classes: train a network on drawings like this one</source>
        <translation>Classes próprias: treinar uma rede com desenhos como este</translation>
    </message>
    <message>
        <source>Erase everything, and draw one digit</source>
        <translation>Apagar tudo e desenhar um dígito</translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>{layer}, number {number}: {count} weights, one for each number of the layer before. All of it counts.</source>
        <translation>{layer}, número {number}: {count} pesos, um para cada número da camada anterior. Tudo conta.</translation>
    </message>
    <message>
        <source>Local against global</source>
        <translation>Local contra global</translation>
    </message>
    <message>
        <source>A kernel</source>
        <translation>Um kernel</translation>
    </message>
    <message>
        <source>Weights of a dense unit</source>
        <translation>Pesos de uma unidade densa</translation>
    </message>
    <message>
        <source>{layer}, map {number}: {size} weights, the same at all {places} positions. They respond to a local pattern, wherever it is.</source>
        <translation>{layer}, mapa {number}: {size} pesos, os mesmos em todas as {places} posições. Respondem a um padrão local, onde quer que ele esteja.</translation>
    </message>
    <message>
        <source>For comparison, {network}, {layer}, map {number}: {size} weights, the same at all {places} positions. They respond to a local pattern, wherever it is.</source>
        <translation>Para comparar, {network}, {layer}, mapa {number}: {size} pesos, os mesmos em todas as {places} posições. Respondem a um padrão local, onde quer que ele esteja.</translation>
    </message>
    <message>
        <source>{layer}, number {number}: {size} weights, one for each position. They respond to a pattern of the whole, at this position only.</source>
        <translation>{layer}, número {number}: {size} pesos, um para cada posição. Respondem a um padrão do todo, somente nesta posição.</translation>
    </message>
    <message>
        <source>Weights that are used at every position</source>
        <translation>Pesos usados em todas as posições</translation>
    </message>
    <message>
        <source>One weight for each position</source>
        <translation>Um peso para cada posição</translation>
    </message>
    <message>
        <source>This network has no fully connected layer.</source>
        <translation>Esta rede não tem camada densa.</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>Save weights</source>
        <translation>Salvar pesos</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Pesos (*.safetensors)</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Weight {place}</source>
        <translation>Peso {place}</translation>
    </message>
    <message>
        <source>Set to 0</source>
        <translation>Zerar</translation>
    </message>
    <message>
        <source>Set the chosen weight to 0</source>
        <translation>Zerar o peso escolhido</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Viés</translation>
    </message>
    <message>
        <source>What is added to the sum of the products</source>
        <translation>O que se soma à soma dos produtos</translation>
    </message>
    <message>
        <source>The chosen weight</source>
        <translation>O peso escolhido</translation>
    </message>
    <message>
        <source>Click a kernel to change it</source>
        <translation>Clique em um kernel para alterá-lo</translation>
    </message>
    <message>
        <source>Kernels of the map</source>
        <translation>Kernels do mapa</translation>
    </message>
    <message>
        <source>Type a number, or change it with the arrows; over the kernel, the mouse wheel changes it too</source>
        <translation>Digite um número ou mude-o com as setas; sobre o kernel, a roda também o muda</translation>
    </message>
</context>
<context>
    <name>WhatIfTool</name>
    <message>
        <source>Each cell: what the network reads with the digit shifted there, orange where that is the answer as it is, blue where it is another; the stronger the colour, the surer. The answer stays at {kept} of these shifts. Click a cell to shift the digit there.</source>
        <translation>Cada célula: o que a rede lê com o dígito deslocado até ali; laranja onde a resposta continua a mesma, azul onde é outra; quanto mais forte a cor, maior a certeza. A resposta se mantém em {kept} destes deslocamentos. Clique em uma célula para deslocar o dígito até ali.</translation>
    </message>
    <message>
        <source>Read as {label}</source>
        <translation>Lido como {label}</translation>
    </message>
    <message>
        <source>Read as {label} ({share})</source>
        <translation>Lido como {label} ({share})</translation>
    </message>
    <message>
        <source>The drawing is changed, then prepared: cut out, fitted, centred. Most of a shift or a scale is undone before the network sees it.</source>
        <translation>O desenho é mudado e depois preparado: recortado, ajustado, centralizado. Quase todo deslocamento ou escala se desfaz antes de a rede ver.</translation>
    </message>
    <message>
        <source>The prepared digit is changed: the network sees every shift and scale as it is.</source>
        <translation>O dígito já preparado é mudado: a rede vê cada deslocamento e escala como é.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>The digit</source>
        <translation>O dígito</translation>
    </message>
    <message>
        <source>Change the digit, after the preparation</source>
        <translation>Mudar o dígito, depois da preparação</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>O desenho</translation>
    </message>
    <message>
        <source>Change the drawing, before the preparation</source>
        <translation>Mudar o desenho, antes da preparação</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Mudado</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>O que a rede vê</translation>
    </message>
    <message>
        <source>The answer at all shifts</source>
        <translation>A resposta em todos os deslocamentos</translation>
    </message>
    <message>
        <source>Click a cell, or press Return on it, to shift the digit there</source>
        <translation>Clique em uma célula, ou tecle Enter nela, para deslocar o dígito até ali</translation>
    </message>
    <message>
        <source>Draw a digit, then change it here.</source>
        <translation>Desenhe um dígito e depois mude-o aqui.</translation>
    </message>
    <message>
        <source>The changed drawing</source>
        <translation>O desenho mudado</translation>
    </message>
    <message>
        <source>Probability of each class for the changed drawing</source>
        <translation>Probabilidade de cada classe com o desenho mudado</translation>
    </message>
</context>
<context>
    <name>WhySettings</name>
    <message>
        <source>Runner-up</source>
        <translation>A segunda</translation>
    </message>
    <message>
        <source>Patch {side} × {side}</source>
        <translation>Quadrado {side} × {side}</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>papel</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>cinza</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>tinta</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar com</translation>
    </message>
    <message>
        <source>Patch of</source>
        <translation>Tapar com</translation>
    </message>
    <message>
        <source>Maps of</source>
        <translation>Mapas de</translation>
    </message>
    <message>
        <source>Class to compare with</source>
        <translation>Classe com que comparar</translation>
    </message>
    <message>
        <source>What decides between the answer and this class</source>
        <translation>O que decide entre a resposta e esta classe</translation>
    </message>
    <message>
        <source>Size of the patch</source>
        <translation>Tamanho do quadrado</translation>
    </message>
    <message>
        <source>Rows and columns of the patch, in pixels of the digit</source>
        <translation>Linhas e colunas do quadrado, em pixels do dígito</translation>
    </message>
    <message>
        <source>Level of the patch</source>
        <translation>Nível do quadrado</translation>
    </message>
    <message>
        <source>What hides the digit: paper, grey, or ink</source>
        <translation>O que esconde o dígito: papel, cinza ou tinta</translation>
    </message>
    <message>
        <source>Layer whose maps are taken</source>
        <translation>Camada de onde vêm os mapas</translation>
    </message>
    <message>
        <source>A later layer sees more of the digit, and shows it coarser</source>
        <translation>Uma camada posterior vê mais do dígito e mostra com menos detalhe</translation>
    </message>
</context>
<context>
    <name>WhyTool</name>
    <message>
        <source>Why {answer}, and not {other}?</source>
        <translation>Por que {answer} e não {other}?</translation>
    </message>
    <message>
        <source>This network has no maps to look at.</source>
        <translation>Esta rede não tem mapas para olhar.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Drag a patch over the digit: the answer follows.</source>
        <translation>Arraste um quadrado sobre o dígito: a resposta acompanha.</translation>
    </message>
    <message>
        <source>With the patch here: {label} ({share})</source>
        <translation>Com o quadrado aqui: {label} ({share})</translation>
    </message>
    <message>
        <source>The digit with its explanation</source>
        <translation>O dígito com a explicação</translation>
    </message>
    <message>
        <source>The outline is the digit. With Occlusion, drag a patch over it, or move it with Shift and the arrow keys; Esc takes it away.</source>
        <translation>O contorno é o dígito. Em Oclusão, arraste um quadrado sobre ele, ou mova-o com Shift e as setas; Esc o tira.</translation>
    </message>
    <message>
        <source>Probability of each class with the patch</source>
        <translation>Probabilidade de cada classe com o quadrado</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Escala das cores</translation>
    </message>
    <message>
        <source>The lead of one class over the other: the difference of their logits, which softmax turns into probabilities. 2.3 is ten times as probable.</source>
        <translation>A vantagem de uma classe sobre a outra: a diferença dos logits, que a softmax transforma em probabilidades. 2,3 é dez vezes mais provável.</translation>
    </message>
    <message>
        <source>Draw a digit to see here why the network reads it that way.</source>
        <translation>Desenhe um dígito para ver aqui por que a rede o lê assim.</translation>
    </message>
    <message>
        <source>If the network had to choose: why {answer}, and not {other}?</source>
        <translation>Se a rede tivesse de escolher: por que {answer} e não {other}?</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>Occlusion</source>
        <translation>Oclusão</translation>
    </message>
    <message>
        <source>A patch hides one part of the digit at a time. Each pixel shows how much the lead of {answer} over {other} falls, on average, while it is hidden.</source>
        <translation>Um quadrado tapa o dígito, uma parte de cada vez. Cada pixel mostra quanto cai, em média, a vantagem do {answer} sobre o {other} enquanto ele está tapado.</translation>
    </message>
    <message>
        <source>Limits: a digit with a patch is one that the network has never seen. Another size or level gives another map, and parts that only count together are missed.</source>
        <translation>Limites: um dígito tapado é algo que a rede nunca viu. Outro tamanho ou nível dá outro mapa, e partes que só contam juntas passam despercebidas.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>How strongly the lead of {answer} over {other} changes with a little more or less ink at each pixel, whichever way.</source>
        <translation>Com que força a vantagem de {answer} sobre {other} muda com um pouco mais ou menos de tinta em cada pixel, para qualquer lado.</translation>
    </message>
    <message>
        <source>Limits: it holds for tiny changes only and is noisy. It shows what the answer is sensitive to, not what it was made from.</source>
        <translation>Limites: vale só para mudanças minúsculas e tem ruído. Mostra a que a resposta é sensível, não do que ela foi feita.</translation>
    </message>
    <message>
        <source>most sensitive</source>
        <translation>mais sensível</translation>
    </message>
    <message>
        <source>Ink to add or take away</source>
        <translation>Tinta a pôr ou tirar</translation>
    </message>
    <message>
        <source>To turn this {answer} into a {other}: add ink where it is orange, take it away where it is blue. The stronger the colour, the more it helps.</source>
        <translation>Para transformar este {answer} em {other}: ponha tinta onde é laranja, tire onde é azul. Quanto mais forte a cor, mais ajuda.</translation>
    </message>
    <message>
        <source>Limits: it follows the gradient, which holds for small changes. All of it at once may do less, or more.</source>
        <translation>Limites: segue o gradiente, que vale para mudanças pequenas. Tudo de uma vez pode fazer menos, ou mais.</translation>
    </message>
    <message>
        <source>take ink away</source>
        <translation>tirar tinta</translation>
    </message>
    <message>
        <source>add ink</source>
        <translation>pôr tinta</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>The maps of {layer} added up, each as much as it helps {answer} against {other}: strong where they speak for {answer}.</source>
        <translation>Os mapas de {layer} somados, cada um conforme ajuda {answer} contra {other}: cor forte onde falam por {answer}.</translation>
    </message>
    <message>
        <source>Limits: it is as coarse as the maps and leaves out what speaks against. In early layers it says little.</source>
        <translation>Limites: tem tão pouco detalhe quanto os mapas e deixa de fora o que fala contra. Nas primeiras camadas diz pouco.</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>Imagens próximas</translation>
    </message>
    <message>
        <source>Training pictures whose numbers in the last hidden layer are nearest to those of your digit: what the network takes it to be like.</source>
        <translation>Imagens de treino cujos números na última camada oculta ficam mais perto dos do seu dígito: com o que a rede acha que ele se parece.</translation>
    </message>
    <message>
        <source>Limits: near for the network is not always near for the eye, and not every training picture is compared.</source>
        <translation>Limites: perto para a rede nem sempre é perto para os olhos, e nem todas as imagens de treino são comparadas.</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>Menor mudança</translation>
    </message>
    <message>
        <source>The digit is changed, by as little as could be found, until the network answers otherwise.</source>
        <translation>O dígito é mudado, o mínimo que se encontrou, até a rede responder outra coisa.</translation>
    </message>
    <message>
        <source>Limits: it is small, but not proven to be the smallest, and it is made for this one network: another may not be fooled.</source>
        <translation>Limites: é pequena, mas não há prova de que seja a menor, e é feita para esta rede: outra pode não se enganar.</translation>
    </message>
    <message>
        <source>ink taken away</source>
        <translation>tinta tirada</translation>
    </message>
    <message>
        <source>ink added</source>
        <translation>tinta posta</translation>
    </message>
    <message>
        <source>favours {other}</source>
        <translation>a favor do {other}</translation>
    </message>
    <message>
        <source>favours {answer}</source>
        <translation>a favor do {answer}</translation>
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
        <source>Open a picture file and use it on every page</source>
        <translation>Abrir um arquivo de imagem e usá-lo em todas as páginas</translation>
    </message>
    <message>
        <source>&amp;New drawing</source>
        <translation>&amp;Novo desenho</translation>
    </message>
    <message>
        <source>&amp;Restore work from last time</source>
        <translation>&amp;Recuperar o trabalho da última vez</translation>
    </message>
    <message>
        <source>Bring back the picture, settings and networks of last time</source>
        <translation>Trazer de volta a imagem, os ajustes e as redes da última vez</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copiar imagem</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>C&amp;olar imagem</translation>
    </message>
    <message>
        <source>Use the copied picture or picture file</source>
        <translation>Usar a imagem ou o arquivo de imagem copiado</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fechar o programa</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Tela &amp;cheia</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Menos &amp;movimento</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Restaurar disposição</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guia</translation>
    </message>
    <message>
        <source>Read what each page shows, with pictures</source>
        <translation>Ler o que cada página mostra, com imagens</translation>
    </message>
    <message>
        <source>&amp;Three ways in</source>
        <translation>&amp;Três caminhos</translation>
    </message>
    <message>
        <source>See a kernel work, draw a digit, or watch a network learn</source>
        <translation>Ver um kernel trabalhar, desenhar um dígito ou ver uma rede aprender</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atalhos do teclado</translation>
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
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Escuro</translation>
    </message>
    <message>
        <source>&amp;Stretch dark picture</source>
        <translation>Clarear imagem &amp;escura</translation>
    </message>
    <message>
        <source>Make the brightest number of a dark picture of more than 8 bits white</source>
        <translation>Tornar branco o maior número de uma imagem escura de mais de 8 bits</translation>
    </message>
    <message>
        <source>&amp;First look</source>
        <translation>Primeiro &amp;olhar</translation>
    </message>
    <message>
        <source>Show the one idea of each page, and few controls</source>
        <translation>Mostrar a ideia de cada página, com poucos controles</translation>
    </message>
    <message>
        <source>&amp;Standard</source>
        <translation>&amp;Padrão</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Tudo</translation>
    </message>
    <message>
        <source>Show all that can be set</source>
        <translation>Mostrar tudo o que se pode ajustar</translation>
    </message>
    <message>
        <source>&amp;Open picture or experiment…</source>
        <translation>&amp;Abrir imagem ou experimento…</translation>
    </message>
    <message>
        <source>Start a blank drawing</source>
        <translation>Começar um desenho em branco</translation>
    </message>
    <message>
        <source>Copy the picture, so that you can paste it in another program</source>
        <translation>Copiar a imagem, para colá-la em outro programa</translation>
    </message>
    <message>
        <source>Use this example picture</source>
        <translation>Usar esta imagem de exemplo</translation>
    </message>
    <message>
        <source>Undo your last action</source>
        <translation>Desfazer a última ação</translation>
    </message>
    <message>
        <source>Redo the action that you undid</source>
        <translation>Refazer a ação desfeita</translation>
    </message>
    <message>
        <source>Turn full screen on or off</source>
        <translation>Entrar na tela cheia ou sair dela</translation>
    </message>
    <message>
        <source>Show changes at once, without moving effects</source>
        <translation>Mostrar as mudanças de uma vez, sem efeitos de movimento</translation>
    </message>
    <message>
        <source>Restore the original size of the window and its panels</source>
        <translation>Restaurar o tamanho original da janela e dos painéis</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Mostrar todos os atalhos do teclado</translation>
    </message>
    <message>
        <source>Same as &amp;system</source>
        <translation>Igual ao &amp;sistema</translation>
    </message>
    <message>
        <source>Make everything this large when cnnviz starts again</source>
        <translation>Deixar tudo deste tamanho quando o cnnviz iniciar de novo</translation>
    </message>
    <message>
        <source>Go to the {page} page</source>
        <translation>Ir para a página {page}</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>A&amp;presentação</translation>
    </message>
    <message>
        <source>Show the page alone, larger, on the whole screen</source>
        <translation>Mostrar só a página, maior, na tela inteira</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Alto &amp;contraste</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Relatar um problema…</translation>
    </message>
    <message>
        <source>Gather what we need to know; nothing is sent</source>
        <translation>Reunir o que precisamos saber; nada é enviado</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>Abrir a pasta do re&amp;gistro</translation>
    </message>
    <message>
        <source>Show the folder with the log and the reports of crashes</source>
        <translation>Mostrar a pasta com o registro e os relatórios de falhas</translation>
    </message>
    <message>
        <source>&amp;Save experiment</source>
        <translation>&amp;Salvar experimento</translation>
    </message>
    <message>
        <source>Save the picture, the settings, the networks and the page in a file</source>
        <translation>Salvar a imagem, os ajustes, as redes e a página em um arquivo</translation>
    </message>
    <message>
        <source>Save experiment &amp;as…</source>
        <translation>Salvar experimento &amp;como…</translation>
    </message>
    <message>
        <source>Save the experiment in another file</source>
        <translation>Salvar o experimento em outro arquivo</translation>
    </message>
    <message>
        <source>&amp;Clear list</source>
        <translation>&amp;Limpar lista</translation>
    </message>
    <message>
        <source>Empty this list; the files stay where they are</source>
        <translation>Esvaziar esta lista; os arquivos ficam onde estão</translation>
    </message>
    <message>
        <source>Show what a lesson needs</source>
        <translation>Mostrar o necessário para uma aula</translation>
    </message>
</context>
<context>
    <name>WorkKeeping</name>
    <message>
        <source>Restore work</source>
        <translation>Recuperar trabalho</translation>
    </message>
</context>
<context>
    <name>_Bars</name>
    <message>
        <source>output {number}</source>
        <translation>saída {number}</translation>
    </message>
</context>
</TS>
