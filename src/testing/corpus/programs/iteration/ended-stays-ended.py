xs = [1]
it = iter(xs)
print(next(it), next(it, "end"))
xs.append(2)
print(next(it, "still at its end"))
# expect: 1 end
# expect: still at its end
