def g():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


x = g()
print(next(x))
print(x.close())
print(next(x, "done"))
y = g()
y.close()
print(next(y, "never began"))
# expect: 1
# expect: cleanup
# expect: None
# expect: done
# expect: never began
