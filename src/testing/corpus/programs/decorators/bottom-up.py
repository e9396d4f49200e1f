def first(f):
    print "first"
    return f
def second(f):
    print "second"
    return answer
def answer():
    return 42
print "before"
# expect: before
@first
@second
def g():
    return 1
# expect: second
# expect: first
print g()
# expect: 42
