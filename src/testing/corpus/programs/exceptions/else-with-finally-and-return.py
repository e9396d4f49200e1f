# else, finally and return together.
def f(n):
    try:
        x = 10 // n
    except ZeroDivisionError:
        return "zero"
    else:
        return x
    finally:
        print("finally", n)

print(f(0))
print(f(5))

# expect: finally 0
# expect: zero
# expect: finally 5
# expect: 2
