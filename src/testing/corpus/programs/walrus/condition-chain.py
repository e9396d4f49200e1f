def first(xs, ys):
    return (a := len(xs)) and (b := len(ys)) and a + b
print(first([1], [1, 2]), first([], [1]))
# expect: 3 0
