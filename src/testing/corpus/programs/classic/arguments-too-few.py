# dialect: classic
def first(a, b):
    return a
def chosen(a, b, c=5):
    if a == 1: return c
    return b  # fault: unset-variable
def given(a, b):
    b = 4
    return a + b
print first(3)
print chosen(1)
print given(2)
f = first
print f(9)
g = chosen
print g(1)
print chosen(0, 6)
print chosen(0)
# expect: 3
# expect: 5
# expect: 6
# expect: 9
# expect: 5
# expect: 6
