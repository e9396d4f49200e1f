class A:
    pass
kind = A
kind(1) # fault: takes-no-arguments
