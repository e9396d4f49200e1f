xs = [1, 2]
it = iter(xs)
print(next(it))
xs.append(3)
print(next(it), next(it), next(it, "end"))
# expect: 1
# expect: 2 3 end
