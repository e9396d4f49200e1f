class T:
    def __init__(self, c):
        self.c = c
    def __format__(self, form):
        if form == "f":
            return f"{self.c * 9 / 5 + 32:.1f}F"
        return f"{self.c}C" if form == "" else "?" + form
    def __str__(self):
        return "T!"
t = T(100)
print(f"{t} {t:f} {t:>5} {t!s:>4}", format(t, "f"), format(t), "{:f}".format(t), "{}".format(t), str(t))
class W:
    pass
try:
    f"{W():>5}"
except TypeError as e:
    print(e)
# expect: 100C 212.0F ?>5   T! 212.0F 100C 212.0F 100C T!
# expect: unsupported format string passed to W.__format__
