# A finally runs before a return, and does not change what it gives.
def f():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("finally")

print(f())

# expect: finally
# expect: 1
