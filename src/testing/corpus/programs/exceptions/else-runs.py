# The else block runs only if the body came to its end.
def divide(a, b):
    try:
        q = a // b
    except ZeroDivisionError:
        print("no quotient")
    else:
        print("quotient", q)

divide(7, 2)
divide(7, 0)

# expect: quotient 3
# expect: no quotient
