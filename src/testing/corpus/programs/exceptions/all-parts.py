# All four parts in one statement, once each way.
def run(x):
    try:
        print("try")
        y = 10 // x
    except ZeroDivisionError:
        print("except")
    else:
        print("else", y)
    finally:
        print("finally")
    print("end")

run(3)
run(0)

# expect: try
# expect: else 3
# expect: finally
# expect: end
# expect: try
# expect: except
# expect: finally
# expect: end
