def scaled(xs, factor):
    return (x * factor for x in xs)


a = scaled([1, 2], 10)
b = scaled([3], 100)
print(list(a), list(b))
# expect: [10, 20] [300]
