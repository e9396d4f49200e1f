def firsts(iterators):
    for it in iterators:
        yield next(it)


try:
    for x in firsts([iter([1]), iter([]), iter([3])]):
        print(x)
except RuntimeError as e:
    print(e)
# expect: 1
# expect: generator raised StopIteration
