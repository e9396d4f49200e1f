def logged(f):
    def wrapper(*args, **kwargs):
        print(f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper
@logged
def area(w, h=2, unit="m"):
    return str(w * h) + unit
print(area(3))
print(area(3, 4, unit="cm"))
print(area(h=1, w=2))
# expect: area (3,) {}
# expect: 6m
# expect: area (3, 4) {'unit': 'cm'}
# expect: 12cm
# expect: area () {'h': 1, 'w': 2}
# expect: 2m
