it = iter([1, 2])
print(iter(it) is it)
# expect: True
