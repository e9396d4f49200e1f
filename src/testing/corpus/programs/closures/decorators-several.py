def tag(name):
    def decorate(f):
        def wrapper():
            return "<" + name + ">" + f() + "</" + name + ">"
        return wrapper
    return decorate
@tag("b")
@tag("i")
def hello():
    return "hello"
print(hello())
# expect: <b><i>hello</i></b>
