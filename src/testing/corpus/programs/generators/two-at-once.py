def letters(text):
    for c in text:
        yield c


a = letters("abc")
b = letters("xyz")
print(next(a), next(b), next(b), next(a), next(b), next(a))
# expect: a x y b z c
