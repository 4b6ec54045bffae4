/// Moves a value out of its place, which holds the other one meanwhile.
///
/// A buffer that is a property of an object is worked on outside of it: that costs neither a copy nor, at every
/// touch, the check for overlapping access.
@inline(__always)
func moved<Value>(_ place: inout Value, leaving rest: Value) -> Value {
    let value = place
    place = rest
    return value
}
