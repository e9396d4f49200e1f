class A:
    pass
a = A()
a[0] # fault: not-indexable
