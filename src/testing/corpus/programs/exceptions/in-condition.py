# In conditions, loops and calls.
def fail():
    raise ValueError("v")

def show(n):
    try:
        if n == 0:
            if fail():
                print("if")
        if n == 1:
            while fail():
                print("while")
        if n == 2:
            for x in fail():
                print("for")
        if n == 3:
            print(fail())
        if n == 4:
            x = 1 if fail() else 2
        if n == 5:
            x = [1, fail()]
        if n == 6:
            x = not fail() and True
        if n == 7:
            assert fail()
        if n == 8:
            return fail()
        if n == 9:
            x = f"{fail()}"
        if n == 10:
            raise fail()
        print("fine")
    except ValueError as e:
        print(n, e)

for n in range(12):
    show(n)

# expect: 0 v
# expect: 1 v
# expect: 2 v
# expect: 3 v
# expect: 4 v
# expect: 5 v
# expect: 6 v
# expect: 7 v
# expect: 8 v
# expect: 9 v
# expect: 10 v
# expect: fine
