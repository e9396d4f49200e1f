class Asleep:
    def act(self):
        return "sleeps"
class Awake:
    def act(self):
        return "runs"
cat = Asleep()
print(cat.act())
cat.__class__ = Awake
print(cat.act(), type(cat).__name__, isinstance(cat, Asleep))
# expect: sleeps
# expect: runs Awake False
