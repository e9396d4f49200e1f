class AppError(Exception):
    pass
class Missing(AppError):
    def __init__(self, key):
        super().__init__("no " + key)
        self.key = key
try:
    raise AppError("broken")
except AppError as e:
    print(e, e.args)
try:
    raise Missing("x")
except AppError as e:
    print(e, e.key, isinstance(e, Exception))
# expect: broken ('broken',)
# expect: no x x True
