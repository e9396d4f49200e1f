def later():
    ...


class Empty: ...


print(..., Ellipsis, ... is Ellipsis, type(...), later(), [...], {...: 1}, bool(...), ... == 1)
print(NotImplemented, type(NotImplemented))


def pick(n=...):
    return n is ...


print(pick(), pick(1))
# expect: Ellipsis Ellipsis True <class 'ellipsis'> None [Ellipsis] {Ellipsis: 1} True False
# expect: NotImplemented <class 'NotImplementedType'>
# expect: True False
