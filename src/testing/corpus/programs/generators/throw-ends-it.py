def ends():
    try:
        yield 1
    except ValueError:
        return


e = ends()
next(e)
try:
    e.throw(ValueError())
except StopIteration:
    print("stopped")
# expect: stopped
