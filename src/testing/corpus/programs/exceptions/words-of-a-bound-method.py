# What a built-in method says is the same where a class that is a value may have one of that name.
class A:
    def __getattr__(self, name):
        return None

o = A
a = []
try:
    a.index(0)
except ValueError as error:
    print(error)

# expect: 0 is not in list
