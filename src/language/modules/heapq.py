"""Lists as heaps: the smallest element is always the first, and is quickly found again."""


def heappush(heap, item):
    """Puts an item into the heap."""
    heap.append(item)
    _rise(heap, len(heap) - 1)


def heappop(heap):
    """Takes the smallest item out of the heap and returns it."""
    if len(heap) == 0:
        raise IndexError("index out of range")
    last = heap.pop()
    if len(heap) == 0:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapify(x):
    """Makes a list a heap, in place."""
    for i in range(len(x) // 2 - 1, -1, -1):
        _sink(x, i)


def heapreplace(heap, item):
    """Takes the smallest item out of the heap and returns it, and puts another one in."""
    if len(heap) == 0:
        raise IndexError("index out of range")
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item):
    """Puts an item into the heap, and takes the smallest out and returns it."""
    if len(heap) > 0 and heap[0] < item:
        return heapreplace(heap, item)
    return item


def _rise(heap, i):
    item = heap[i]
    while i > 0:
        parent = (i - 1) // 2
        if not item < heap[parent]:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = item


def _sink(heap, i):
    # As CPython has it: the place goes down to a leaf, and the item rises from there.
    item = heap[i]
    start = i
    child = 2 * i + 1
    while child < len(heap):
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child += 1
        heap[i] = heap[child]
        i = child
        child = 2 * i + 1
    heap[i] = item
    while i > start:
        parent = (i - 1) // 2
        if not item < heap[parent]:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = item


def nlargest(n, iterable, key=None):
    """A list of the n largest elements, the largest first; with key, by what that gives for each."""
    return _first(n, iterable, key, True)


def nsmallest(n, iterable, key=None):
    """A list of the n smallest elements, the smallest first; with key, by what that gives for each."""
    return _first(n, iterable, key, False)


def _first(n, iterable, key, downwards):
    elements = list(iterable)
    if key is None:
        elements.sort(downwards)
        return elements[:max(0, n)]
    keys = [(key(elements[k]), -k if downwards else k) for k in range(len(elements))]
    keys.sort(downwards)
    return [elements[-k if downwards else k] for _, k in keys[:max(0, n)]]
