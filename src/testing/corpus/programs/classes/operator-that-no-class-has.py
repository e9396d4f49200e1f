class A:
    pass
A() + 1 # fault: wrong-types
