it = iter((1, "b"))
print(next(it), next(it), next(it, 0))
print(next(iter(()), "empty"))
# expect: 1 b 0
# expect: empty
