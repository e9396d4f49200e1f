class Registry:
    names = []
    def __init_subclass__(cls, **named):
        super().__init_subclass__(**named)
        Registry.names.append(cls.__name__)
class A(Registry):
    pass
class B(A):
    pass
print(Registry.names)
# expect: ['A', 'B']
