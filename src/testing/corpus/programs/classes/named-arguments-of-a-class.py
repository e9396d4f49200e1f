class Plugin:
    known = {}
    def __init_subclass__(cls, name=None, **others):
        super().__init_subclass__(**others)
        cls.name = name or cls.__name__
        Plugin.known[cls.name] = cls
prefix = "my "
class Reader(Plugin, name=prefix + "reader"):
    pass
class Writer(Plugin):
    pass
print(list(Plugin.known), Reader.name, Writer.name)
# expect: ['my reader', 'Writer'] my reader Writer
