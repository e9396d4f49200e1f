inf = float("inf")
nan = float("nan")
print([inf] < [inf], [nan] < [1.0], [nan] >= [1.0], sorted([[inf, 2], [inf, 1]]))
# expect: False False False [[inf, 1], [inf, 2]]
