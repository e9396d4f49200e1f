# An exception goes through a generator that another one resumes.
def inner(n):
    yield 1
    yield 1 // n

def outer(n):
    for x in inner(n):
        yield x

try:
    for x in outer(0):
        print(x)
except ZeroDivisionError as e:
    print(e)
print([x for x in outer(1)])

# expect: 1
# expect: integer division or modulo by zero
# expect: [1, 1]
