# A finally runs with and without an exception.
def f(x):
    try:
        print("try", 10 // x)
    except ZeroDivisionError:
        print("except")
    finally:
        print("finally")

f(5)
f(0)

# expect: try 2
# expect: finally
# expect: except
# expect: finally
