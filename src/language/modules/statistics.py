"""Averages and how far values are spread around them."""

from math import exp, floor, log, sqrt


def _ratio(total, count):
    # Whole numbers stay whole where they can, as in Python.
    if isinstance(total, int) and total % count == 0:
        return total // count
    return float(total) / count


def _data(data, least, what):
    data = list(data)
    if len(data) < least:
        points = "one data point" if least == 1 else "two data points"
        raise ValueError(f"{what} requires at least {points}")
    return data


def mean(data):
    """The average: the sum of the values, divided by their number."""
    data = _data(data, 1, "mean")
    return _ratio(sum(data), len(data))


def fmean(data):
    """The average, as a real."""
    return float(mean(data))


def geometric_mean(data):
    """The value that, multiplied with itself as often as there are values, gives their product."""
    data = _data(data, 1, "geometric mean")
    return exp(fmean([log(value) for value in data]))


def harmonic_mean(data):
    """The number of values, divided by the sum of what one divided by each gives."""
    data = _data(data, 1, "harmonic mean")
    return len(data) / sum([1.0 / value for value in data])


def median(data):
    """The value in the middle when they are in order, or the average of the two there."""
    data = sorted(_data(data, 1, "median"))
    half = len(data) // 2
    if len(data) % 2 == 1:
        return data[half]
    return float(data[half - 1] + data[half]) / 2


def median_low(data):
    """The value in the middle when they are in order, or the lower of the two there."""
    data = sorted(_data(data, 1, "median"))
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The value in the middle when they are in order, or the higher of the two there."""
    data = sorted(_data(data, 1, "median"))
    return data[len(data) // 2]


def multimode(data):
    """A list of the values that occur most often, in the order in which they come first."""
    found = []
    most = 0
    data = list(data)
    for value in data:
        count = data.count(value)
        if count > most:
            most = count
            found = []
        if count == most and value not in found:
            found.append(value)
    return found


def mode(data):
    """The value that occurs most often; of several, the one that comes first."""
    return multimode(_data(data, 1, "mode"))[0]


def _squares(data, center):
    if center is None:
        center = mean(data)
    return sum([(value - center) * (value - center) for value in data])


def variance(data, xbar=None):
    """How far the values of a sample are spread: the average square of their distance from their mean."""
    data = _data(data, 2, "variance")
    return _ratio(_squares(data, xbar), len(data) - 1)


def pvariance(data, mu=None):
    """How far values are spread, if they are all there are."""
    data = _data(data, 1, "pvariance")
    return _ratio(_squares(data, mu), len(data))


def stdev(data, xbar=None):
    """The square root of the variance of a sample."""
    return sqrt(variance(data, xbar))


def pstdev(data, mu=None):
    """The square root of the variance of values that are all there are."""
    return sqrt(pvariance(data, mu))


def quantiles(data, n=4, method="exclusive"):
    """The n - 1 values that divide the data into n parts of the same size; with method "inclusive", the data has both ends."""
    data = sorted(_data(data, 2, "quantiles"))
    size = len(data) - 1 if method == "inclusive" else len(data) + 1
    result = []
    for i in range(1, n):
        at = i * size // n
        if method == "inclusive":
            part = i * size - at * n
            at += 1
        else:
            at = max(1, min(at, len(data) - 1))
            part = i * size - at * n
        result.append(float(data[at - 1] * (n - part) + data[at] * part) / n)
    return result


def covariance(x, y):
    """How far two lists of values go up and down together."""
    return _products(x, y) / (len(x) - 1)


def correlation(x, y):
    """How far two lists of values go up and down together, from -1 to 1."""
    return _products(x, y) / sqrt(_products(x, x) * _products(y, y))


def _products(x, y):
    x = _data(x, 2, "correlation")
    y = list(y)
    if len(x) != len(y):
        raise ValueError("correlation requires that both inputs have same number of data points")
    mean_x = fmean(x)
    mean_y = fmean(y)
    return sum([(x[k] - mean_x) * (y[k] - mean_y) for k in range(len(x))])
