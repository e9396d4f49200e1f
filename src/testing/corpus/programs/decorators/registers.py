table = []
def register(f):
    table.append(f)
    return f
@register
def twice(x):
    return 2 * x
@register
def square(x):
    return x * x
print [f(5) for f in table], twice(4), square(4)
# expect: [10, 25] 8 16
