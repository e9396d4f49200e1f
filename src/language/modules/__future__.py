"""What later versions of Python do: ePython does it already."""

annotations = True
division = True
print_function = True
absolute_import = True
unicode_literals = True
generators = True
