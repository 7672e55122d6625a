"""Classes that a program gets where PyTorch has no layer of that kind."""

from typing import Final

HELPERS: Final = {
    "PartialConv2d": '''
class PartialConv2d(nn.Module):
    """A convolution whose kernels see some of the input maps: one kernel a connection."""

    def __init__(self, inputs, table, kernel_size, stride=1, dilation=1, bias=True):
        super().__init__()
        pairs = [(output, seen) for output, row in enumerate(table) for seen in row]
        self.outputs = [output for output, _ in pairs]
        self.seen = [seen for _, seen in pairs]
        self.shape = (len(table), inputs, *kernel_size)
        self.stride, self.dilation = stride, dilation
        self.weight = nn.Parameter(torch.zeros(len(pairs), *kernel_size))
        self.bias = nn.Parameter(torch.zeros(len(table))) if bias else None

    def forward(self, x):
        kernels = self.weight.new_zeros(self.shape)  # 0 where nothing is joined
        kernels[self.outputs, self.seen] = self.weight
        return F.conv2d(
            x, kernels, self.bias, stride=self.stride, dilation=self.dilation
        )
''',
    "MinPool2d": '''
class MinPool2d(nn.MaxPool2d):
    """The smallest number of each window."""

    def forward(self, x):
        return -super().forward(-x)
''',
    "MeanPool2d": '''
class MeanPool2d(nn.Module):
    """The mean of those cells of each window that lie on the map (padding "same")."""

    def __init__(self, kernel_size, stride, sides):
        super().__init__()
        self.kernel_size, self.stride, self.sides = kernel_size, stride, sides

    def forward(self, x):
        on_map = F.pad(torch.ones_like(x[:, :1]), self.sides)
        means = F.avg_pool2d(F.pad(x, self.sides), self.kernel_size, self.stride)
        return means / F.avg_pool2d(on_map, self.kernel_size, self.stride)
''',
    "Subsampling": '''
class Subsampling(nn.Module):
    """The sum of each window over a divisor, times a number of its map, plus a bias."""

    def __init__(self, channels, kernel_size, stride, divisor=1):
        super().__init__()
        self.kernel_size, self.stride, self.divisor = kernel_size, stride, divisor
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        sums = F.avg_pool2d(x, self.kernel_size, self.stride, divisor_override=1)
        weight, bias = self.weight[:, None, None], self.bias[:, None, None]
        return sums / self.divisor * weight + bias
''',
    "RadialBasis": '''
class RadialBasis(nn.Module):
    """The squared distance of a vector to each of some fixed codes."""

    def __init__(self, inputs, codes):
        super().__init__()
        self.register_buffer("codes", torch.zeros(codes, inputs))

    def forward(self, x):
        return (x[:, None] - self.codes).square().sum(2)
''',
}
"""Source text by the name of the class."""

_NAMES: Final = """
    T_destination add_module apply bfloat16 buffers call_super_init children compile
    cpu cuda double dump_patches eval extra_repr float forward get_buffer
    get_extra_state get_parameter get_submodule half ipu load_state_dict modules mtia
    named_buffers named_children named_modules named_parameters parameters
    register_backward_hook register_buffer register_forward_hook
    register_forward_pre_hook register_full_backward_hook
    register_full_backward_pre_hook register_load_state_dict_post_hook
    register_load_state_dict_pre_hook register_module register_parameter
    register_state_dict_post_hook register_state_dict_pre_hook requires_grad_
    set_extra_state set_submodule share_memory state_dict to to_empty train training
    type xpu zero_grad
"""
MODULE_NAMES: Final = frozenset(_NAMES.split())
"""What a module of PyTorch calls its own: no layer in it can have such a name."""
