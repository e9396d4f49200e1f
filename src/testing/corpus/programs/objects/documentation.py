class A:
    """Doc of A."""
    def m(self):
        """Doc of m."""
def f(x):
    """Doc of f."""
def g():
    pass
print(f.__doc__, g.__doc__, A.__doc__, A.m.__doc__, f.__name__, A.m.__name__, A().m.__name__, A.m.__qualname__)
# expect: Doc of f. None Doc of A. Doc of m. f m m A.m
