def nest(n, inner):
    x = [inner]
    for i in range(n):
        x = [x]
    return x
print(nest(150, 1) == nest(150, 1), nest(150, 1) == nest(150, 2), nest(150, 1) < nest(150, 2))
# expect: True False True
