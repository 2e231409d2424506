"""Writes an exported network of convolutions with eight-bit numbers where they suffice.

Activations become uint8, one scale a tensor; weights int8, one scale a channel, of which seven bits are used: processors without VNNI add two products in
sixteen bits, which eight would overflow. Ranges are those that put the values of composed photographs least wrong. Biases stay: to make up for the mean of what
rounding changes, most of it by cutting off large values, put the outline network's maps farther off. The runtime fuses the pairs of QuantizeLinear and
DequantizeLinear into convolutions of integers; the last convolution, whose values nothing rounds, runs in floating point with its rounded weights."""

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper

SAMPLES = 40_000
ACTIVATION_STEPS = 255
LARGEST_WEIGHT = 63
LARGEST_BIAS = 2**30
# Of the widest range, these parts are tried.
RANGES = np.linspace(0.2, 1, 33)


class Rounding:
    """Whole steps of a range that holds zero, 0 to 255."""

    def __init__(self, least, most):
        self.scale = max(most - least, 1e-6) / ACTIVATION_STEPS
        self.zero = round(-least / self.scale)

    def __call__(self, x):
        return (torch.clamp(torch.round(x / self.scale) + self.zero, 0, ACTIVATION_STEPS) - self.zero) * self.scale


def best_rounding(values):
    """The range in which these values are least wrong: a few that are far out are cut off."""
    least, most = min(0.0, float(values.min())), max(1e-3, float(values.max()))
    tried = [Rounding(least * part, most * part) for part in RANGES]
    return min(tried, key=lambda rounding: float(((rounding(values) - values) ** 2).mean()))


def rounded_weights(weights):
    """Whole numbers, and the scale of each output channel: its largest weight fits."""
    largest = np.abs(weights).reshape(len(weights), -1).max(1)
    scales = (np.maximum(largest, 1e-8) / LARGEST_WEIGHT).astype(np.float32)
    return np.round(weights / scales[:, None, None, None]).astype(np.int8), scales


class Network(torch.nn.Module):
    """The exported graph, run by PyTorch; with roundings, as it will run with whole numbers."""

    def __init__(self, model, exact):
        super().__init__()
        self.exact = exact
        self.nodes = [node for node in model.graph.node if node.op_type != "Constant"]
        self.values = {value.name: numpy_helper.to_array(value).copy() for value in model.graph.initializer}
        self.weights = {name: torch.from_numpy(value) for name, value in self.values.items()}
        self.roundings = {}
        self.seen = None

    def forward(self, pixels):
        known = {"pixels": pixels}
        for node in self.nodes:
            made = self.result(node, known)
            if self.seen is not None:
                self.seen(node.output[0], made)
            known[node.output[0]] = made
        return known[self.nodes[-1].output[0]]

    def takes_rounded(self, node):
        """Exact convolutions take what nobody rounded."""
        return node.op_type != "Conv" or not node.name.startswith(self.exact)

    def taken(self, node, known):
        for name in node.input:
            if name in known:
                yield self.roundings[name](known[name]) if name in self.roundings and self.takes_rounded(node) else known[name]

    def result(self, node, known):
        inputs = list(self.taken(node, known))
        if node.op_type == "Conv":
            stride = next(attribute.ints[0] for attribute in node.attribute if attribute.name == "strides")
            return F.conv2d(inputs[0], self.weights[node.input[1]], self.weights[node.input[2]], stride=stride, padding=1)
        if node.op_type == "Relu":
            return torch.relu(inputs[0])
        if node.op_type == "Add":
            return inputs[0] + inputs[1]
        if node.op_type == "Resize":
            return F.interpolate(inputs[0], scale_factor=2.0, mode="nearest")
        if node.op_type == "Concat":
            return torch.cat(inputs, 1)
        if node.op_type == "DepthToSpace":
            return F.pixel_shuffle(inputs[0], 2)
        raise ValueError(f"no such operation is known here: {node.op_type} of {node.name}")


def whole_convolutions(network):
    return [node for node in network.nodes if node.op_type == "Conv" and network.takes_rounded(node)]


def rounded_tensors(network):
    """What convolutions of whole numbers take in, and what is added, joined and enlarged on the way to them."""
    made_by = {node.output[0]: node for node in network.nodes}
    wanted, names = [node.input[0] for node in whole_convolutions(network)], []
    while wanted:
        name = wanted.pop()
        if name in names:
            continue
        names.append(name)
        node = made_by[name]
        if node.op_type == "Relu" and made_by[node.input[0]].op_type == "Add":
            wanted += made_by[node.input[0]].input
        if node.op_type in ("Concat", "Resize"):
            wanted += [one for one in node.input if one in made_by]
    return names


def calibrate(network, batches, names):
    """Roundings of these tensors."""
    samples, draw = {name: [] for name in names}, torch.Generator().manual_seed(1)

    def see(name, value):
        if name in samples:
            flat = value.flatten()
            samples[name].append(flat[torch.randint(len(flat), (SAMPLES,), generator=draw)])

    network.seen = see
    for pixels in batches:
        network(pixels)
    network.seen = None
    roundings = {name: best_rounding(torch.cat(values)) for name, values in samples.items()}
    for node in network.nodes:  # what is enlarged keeps its numbers
        if node.op_type == "Resize" and node.output[0] in roundings:
            roundings[node.output[0]] = roundings[node.input[0]]
    return roundings


def round_network(network, batches):
    """Rounds weights and activations; gives the whole weights and their scales by the weights' names."""
    network.roundings = calibrate(network, batches, rounded_tensors(network))
    whole = {node.input[1]: rounded_weights(network.values[node.input[1]]) for node in whole_convolutions(network)}
    for name, (numbers, scales) in whole.items():
        network.weights[name] = torch.from_numpy(numbers.astype(np.float32) * scales[:, None, None, None])
    return whole


class Writer:
    """The nodes of the new graph and its numbers."""

    def __init__(self, network, whole):
        self.network, self.whole = network, whole
        self.nodes, self.numbers = [], []

    def number(self, name, value):
        self.numbers.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def rounded(self, name):
        rounding = self.network.roundings[name]
        steps = [self.number(f"{name}_scale", np.float32(rounding.scale)), self.number(f"{name}_zero", np.uint8(rounding.zero))]
        self.nodes.append(helper.make_node("QuantizeLinear", [name, *steps], [f"{name}_whole"]))
        self.nodes.append(helper.make_node("DequantizeLinear", [f"{name}_whole", *steps], [f"{name}_rounded"]))

    def scaled(self, name, numbers, scales):
        parts = [self.number(f"{name}_whole", numbers), self.number(f"{name}_scale", scales), self.number(f"{name}_zero", np.zeros(len(scales), numbers.dtype))]
        self.nodes.append(helper.make_node("DequantizeLinear", parts, [f"{name}_rounded"], axis=0))
        return f"{name}_rounded"

    def convolution(self, node):
        """The names of its weights and biases; a bias is counted in steps of its product."""
        weights, biases = node.input[1], self.network.weights[node.input[2]].numpy()
        if weights not in self.whole:
            return [self.number(weights, self.network.values[weights]), self.number(node.input[2], biases)]
        numbers, scales = self.whole[weights]
        steps = (scales * self.network.roundings[node.input[0]].scale).astype(np.float32)
        counts = np.round(biases / steps)
        if np.abs(counts).max() > LARGEST_BIAS:
            raise ValueError(f"a bias of {node.name} is too large for the steps of its channel, whose weights are all but zero")
        return [self.scaled(weights, numbers, scales), self.scaled(node.input[2], counts.astype(np.int32), steps)]

    def add(self, node):
        if node.op_type == "Constant":
            self.nodes.append(node)
            return
        inputs = [f"{name}_rounded" if name in self.network.roundings and self.network.takes_rounded(node) else name for name in node.input]
        if node.op_type == "Conv":
            inputs[1:] = self.convolution(node)
        added = helper.make_node(node.op_type, inputs, node.output, name=node.name)
        added.attribute.extend(node.attribute)
        self.nodes.append(added)
        if node.output[0] in self.network.roundings:
            self.rounded(node.output[0])


def quantise(source, out, exact, batches, judge):
    """Convolutions whose names begin with one of `exact` stay as they are, the first among them: those nearest to the pixels change the most when they are rounded.
    Photographs come in batches, as the network takes them; `judge` says how good a network is, and is asked before and after."""
    model = onnx.load(source)
    network = Network(model, exact)
    if network.takes_rounded(network.nodes[0]):
        raise ValueError(f"the pixels are not rounded: {network.nodes[0].name} has to be exact")
    with torch.no_grad():
        print("before:", judge(network), flush=True)
        whole = round_network(network, batches)
        print("after: ", judge(network), flush=True)
    writer = Writer(network, whole)
    for node in model.graph.node:
        writer.add(node)
    graph = helper.make_graph(writer.nodes, model.graph.name, model.graph.input, model.graph.output, writer.numbers)
    made = helper.make_model(graph, opset_imports=model.opset_import)
    made.ir_version = model.ir_version
    onnx.checker.check_model(made)
    onnx.save(made, out)
