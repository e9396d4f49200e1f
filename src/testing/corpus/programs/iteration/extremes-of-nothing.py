print(max([], default=0), min([3], default=0))
print(max([], key=len, default="none"), min((), default=None))
print(max((x for x in [1, 2] if x > 5), default=9))
# expect: 0 3
# expect: none None
# expect: 9
