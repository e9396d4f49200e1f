def g():
    for i in range(3):
        try:
            yield 6 // (i + 1)
        except ZeroDivisionError:
            print("never")
        finally:
            print("turn", i)


try:
    for x in g():
        print(x)
except ZeroDivisionError:
    print("outside")
# expect: 6
# expect: turn 0
# expect: 3
# expect: turn 1
# expect: 2
# expect: turn 2
