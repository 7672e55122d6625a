<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About cnnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See inside convolutional networks: step a kernel by hand, open every feature map, watch LeNet-5 train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It uses Qt and PySide6 under the LGPL, version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the versions, for a fault report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>The network hesitates between {one} and {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit on the sheet; the answer appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit that the network reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the network is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability that the network gives to its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten outputs turned into shares that sum to 100% (softmax)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptionedTiles</name>
    <message>
        <source>Number {number} of {count}: values from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvolutionPage</name>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawActions</name>
    <message>
        <source>Thinner pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thicker pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take ink away instead of putting it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all ink off the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours for each map by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: each map uses all colours. Off: the maps of a layer share a scale and can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the pen, Space puts it down or lifts it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send another one here from the Train page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropCover</name>
    <message>
        <source>Drop the picture anywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReportDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that we did not foresee. You can go on; what you did last may be missing. Please send us this text, it says where the fault is. It is also in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeometryFields</name>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride downwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation downwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows added above and below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns added left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same: keep the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full: every overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Choose a sample, open a picture, or draw one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to every sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the kernel by 180°: convolution as mathematics defines it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelCombo</name>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel with a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own kernel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelEditor</name>
    <message>
        <source>“{text}” is no number. Try 0.5 or 1/9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to change; 0.5, 0,5 and 1/9 are fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel’s numbers: type to change one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelNames</name>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box blur 3 × 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box blur 5 × 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur 3 × 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian blur 5 × 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpen strongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsharp masking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sobel y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prewitt x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prewitt y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scharr x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scharr y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roberts cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplacian, 4 neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplacian, 8 neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laplacian of Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falling line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rising line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emboss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relief</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabActions</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the input by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show output cells that the window has not reached yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the window on the input and its cell on the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>{label} · convolution {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · max pooling {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output · weighted sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · weighted sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} · laid out in one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of the {count} maps: a kernel of {height} × {width} slides over every input map ({inputs}), the products are summed and a bias is added. {weights} trained numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest number of each {height} × {width} window is kept: smaller maps, and small shifts of the drawing matter less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers below 0 become 0; the others stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of the {count} numbers is a weighted sum of all numbers before, plus a bias. {weights} trained numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers, laid out in one row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} · all {count} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} · map {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>Your drawing, inside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your picture, as the network sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of the first convolution: blue below 0, orange above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this layer finds in your picture, after ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run: everything here will change while it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit on the Draw page: its maps will show here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels of the first convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: {count} kernels, {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps of the first convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps of the second convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}: {count} feature maps, {height} × {width}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Stopping the training… The window closes when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapDetail</name>
    <message>
        <source>The numbers appear when there is a drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell to read its number; the wheel zooms. Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all layers (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map before (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next map (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps of this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All maps of this layer; click one to enlarge it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarged map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel zooms, dragging moves; arrow keys read number after number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapsArea</name>
    <message>
        <source>{layer} · number {number}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · from {low} to {high} · click to enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees · 28 × 28 grey levels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>{share} of held-out digits right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shipped with cnnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>The output appears here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PadPanel</name>
    <message>
        <source>Sheet to draw a digit on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger; the right button erases. With the keyboard: arrows move the pen, Space puts it down or lifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen size ([ and ])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturePresenter</name>
    <message>
        <source>pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureWishes</name>
    <message>
        <source>Open picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to paste. Copy a picture or a picture file first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House, in colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreparationStrip</name>
    <message>
        <source>1 · Your ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · In 20 × 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ink and the box around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box around the ink: where and how large you draw is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digit fitted in 20 × 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box, made to fit 20 × 20 pixels; its proportions are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: 28 × 28 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre of mass is moved to the middle of 28 × 28, and ink is white on black as in MNIST. This is all that the network sees. Click to read its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{page} (Ctrl+{number})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeBar</name>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD, momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run keeps its recipe. Stop it to change this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures to learn from, and the held-out ones to measure on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learns; each run begins with fresh random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a gradient changes the weights; the momentum of SGD is 0.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights move at each batch, above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures looked at before each change of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often every picture is seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same weights and order of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to compute; what this machine lacks cannot be chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPlots</name>
    <message>
        <source>each batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {count} batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag moves, the wheel zooms, a double click shows all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Start: the loss will appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch {batch}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And here, how many pictures it gets right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch {batch}: {value}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss over the batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy over the batches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>No run yet. Choose a recipe and press Start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the pictures and the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after the batch at hand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused after batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: {share} of {count} held-out pictures right, after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the first batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after batch {batch}. What was learned is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after batch {batch}: {share} of held-out pictures right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Something went wrong that cnnviz did not expect: {detail}. Your work is still here; please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel needs at least 1 row and 1 column; this one has {height} × {width}. Choose a size of 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stride is {stride}; the window would never move. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dilation is {dilation}; it is the distance between kernel cells. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The padding is {padding}; a border cannot be negative. Choose 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no padding called {padding}. Choose valid, same or full, or a number of rows and columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel is {height} × {width}; up to {limit} × {limit} can be shown cell by cell. Choose {limit} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The padding is {padding}; more than {limit} would leave the picture lost in its border. Choose {limit} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel covers {kernel_height} × {kernel_width} cells but the padded picture has only {input_height} × {input_width}. Choose a smaller kernel or dilation, or more padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input has the shape {shape}; it must be channels × rows × columns, each at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernels have the shape {shape}; they must be output channels × input channels × rows × columns, each at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel has {height} × {width} cells but the settings say {spec_height} × {spec_width}. Give both the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel is made for {kernel_channels} channels but the picture has {input_channels}. Choose a kernel or a picture with as many channels as the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The biases have the shape {biases} but there are {outputs} kernels. Give one bias for each kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channels} × {height} × {width} cells are more than the {limit} million that fit. Choose less padding, fewer kernels or a smaller picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no output cell in row {row}, column {col}: the output has {height} × {width} cells, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no output channel {channel}: there are {outputs}, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step {position}: the walk has {steps}, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kernel called {name}. Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel cannot be read at line {line}, column {column}. Write its rows in brackets, for example [[1, 0], [0, -1]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel holds {value}, which is not a number. Write its rows in brackets, for example [[1, 0], [0, -1]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of the kernel are not equally long: {shapes}. Give each row the same count of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel is empty. Give it at least one row with one number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel is {axes} brackets deep; it must be 2 (rows), 3 (channels of rows) or 4 (several such kernels). One row is written [[1, 0, -1]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel holds a number that is infinite or too large. Use numbers below 10^38.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}. Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {megabytes} MB; at most {limit} MB can be opened. Choose a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty: it holds no picture. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder} to write {file} into. Create it or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG file holds 1 or 3 channels but the result has {outputs}. Write it as .npy or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a picture that can be read. Choose a PNG, JPEG, BMP, GIF, WebP or TIFF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} begins as a picture but is damaged or cut short. Choose another file or save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {width} × {height} pixels, {megapixels} million; at most {limit} million can be opened. Reduce the picture first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sample picture called {name}. Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ink to read. Draw a digit, or open a picture in which a digit stands out from the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an IDX file: it begins with {found}, where IDX files have two zero bytes, a known type and at least 1 dimension. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut short: its header promises {expected} bytes and there are {found}. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is longer than its header says: {expected} bytes are promised and more follow. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header of {file} promises {expected} bytes; at most {limit} can be read. The file is probably damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be unpacked: {reason}. Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds {found} where {expected} were expected. Check that pictures and labels were not exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set {name} was not found. Looked in: {places}. Put its four IDX files there, download MNIST, or use the built-in digits, which need no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not MNIST as it was published: its MD5 is {found}, not {expected}. Download it again, or give its folder by path if it is data of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set {name} has no pictures to train or to measure with. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {pictures} pictures but {labels} labels; each picture needs one. Check that the files belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of {name} have {found} pixels; the network takes {height} × {width}. Choose another data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of {name} go from {lowest} to {highest}; {title} has {classes} classes, from 0. Choose another data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be downloaded. {reasons}. Check the connection and try again, or use the built-in digits, which need no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download was cancelled; nothing was kept. Start it again when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network called {name}. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer {layer} cannot take an input of shape {shape}. Put a flatten layer between maps and sums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} takes pictures of {height} × {width} bytes; this one is {found} of type {dtype}. Prepare the picture first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a weight file that can be read: {reason}. Choose a whole .safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights are not for {title}: {parameter} should be {expected} and is {found}. Choose the file of this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {name} are damaged: {count} numbers of {parameter} are not finite. Choose another file or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} comes untrained. Train it first (cnnviz train {network} --data builtin --out FOLDER), then choose its weights.safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{epochs} epochs teach nothing. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of {batch_size} pictures teaches nothing. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate “{text}” is not a number. Type one above 0, for example 0.001 for Adam or 0.01 for SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate is {learning_rate}; it must be a number above 0. Try 0.001 for Adam or 0.01 for SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The momentum is {momentum}; it goes from 0 up to but not including 1. Try 0.9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed is {seed}; choose a whole number, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed {seed} is too large. Choose a whole number below 2 to the 63rd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{threads} threads cannot compute. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot every {snapshot_every} batches is not possible. Choose 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no device {device} that torch can use; it has: {available}. Choose one of these, or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training ran away in epoch {epoch}, batch {batch}: the loss is no longer a finite number. The learning rate is {learning_rate}; try a tenth of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory of the device {device} is full with batches of {batch_size} pictures. Choose a smaller batch size.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeCard</name>
    <message>
        <source>Choose or draw a picture to see the size of its output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output height and width:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never reached: rows {rows}, columns {columns}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n picture, p padding, d dilation, k kernel, s stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilation {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this, so that the kernel fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of our pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe the pad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>{grid}, row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding: 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to move the window. Wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell to see its sum. Wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {height} × {width}, {depth}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>MNIST is here. Press Start to learn from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving up the download…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for MNIST…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading MNIST: {done} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use &amp;built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits that cnnviz draws by itself: nothing to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download &amp;MNIST (11 MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch 70,000 handwritten digits from the network, once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with the four MNIST files, plain or .gz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SumRow</name>
    <message>
        <source>Row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias {bias} included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total of the sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>{title}: open, paste or draw another picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline: go back to any moment of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first batch: random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After batch {batch}, the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the network at an earlier batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the run again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainActions</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest after the batch at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a run with this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from one batch, then rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run and keep what was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run to stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train first: start a run, then pause it or let it finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify your drawings with the network trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use on Draw page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the trained weights to a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are being written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being prepared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with the four MNIST files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Draw page now uses the network trained here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>{position} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move the window along its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalkPresenter</name>
    <message>
        <source>Choose kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kernel number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture file and use it on every page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an empty drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the copied picture or picture file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this sample picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen, or come back from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the window and its parts back to their first sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List every key that does something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About cnnviz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the page {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
