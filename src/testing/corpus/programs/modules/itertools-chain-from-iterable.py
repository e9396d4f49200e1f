import itertools
from itertools import chain, count, islice

print(list(chain.from_iterable([[1], "ab", (2, 3)])))
print(list(islice(itertools.chain.from_iterable([k, k] for k in count()), 5)))
# expect: [1, 'a', 'b', 2, 3]
# expect: [0, 0, 1, 1, 2]
