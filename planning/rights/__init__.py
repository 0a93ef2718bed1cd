"""What municipalities hold and owe: facts, options, shares and meetings, read pure.

Days are ordinals, amounts are øre; nothing here knows a database or a language.
"""
