def twice_said(f):
    print "decorating"
    return f
for i in range(2):
    @twice_said
    def f():
        return i
# expect: decorating
# expect: decorating
print f()
# expect: 1
