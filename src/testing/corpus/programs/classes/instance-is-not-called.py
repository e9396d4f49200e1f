class A:
    pass
a = A()
a() # fault: not-a-function
