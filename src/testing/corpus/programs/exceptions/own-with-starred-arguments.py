class E(Exception):
    def __init__(self, *args, code=1):
        super().__init__(*args)
        self.code = code


try:
    raise E("a", 2, code=5)
except E as e:
    print(e.args, e.code, e)
# expect: ('a', 2) 5 ('a', 2)
