class A:
    pass
class B(A):
    pass
class C(A):
    pass
class D(B, C):
    pass
class E(KeyError):
    pass
print([c.__name__ for c in D.__mro__], [c.__name__ for c in D.__bases__], A.__bases__, B.__base__)
print(D.mro()[0], [c.__name__ for c in A.__subclasses__()], [c.__name__ for c in E.__mro__], A.__module__)
# expect: ['D', 'B', 'C', 'A', 'object'] ['B', 'C'] (<class 'object'>,) <class '__main__.A'>
# expect: <class '__main__.D'> ['B', 'C'] ['E', 'KeyError', 'LookupError', 'Exception', 'BaseException', 'object'] __main__
