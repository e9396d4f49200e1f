class A:
    def __init__(self):
        self.__x = 1
        self._y = 2
    def get(self):
        return self.__x
    def __hidden(self):
        return "h"
    def call(self):
        return self.__hidden()
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 5
    def own(self):
        return self.__x
b = B()
print(b.get(), b.own(), b._y, b.call(), b._A__x, sorted(vars(b)))
try:
    b.__x
except AttributeError as e:
    print(e)
# expect: 1 5 2 h 1 ['_A__x', '_B__x', '_y']
# expect: 'B' object has no attribute '__x'
