class A:
    """Nothing but words."""
print(A().__class__.__name__)
# expect: A
