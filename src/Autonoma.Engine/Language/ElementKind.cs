namespace Autonoma.Engine.Language;

/// <summary>What kind of thing a word such as <c>button</c> or <c>dropdown</c> names.</summary>
public enum ElementKind
{
    /// <summary>Anything.</summary>
    Any,
    /// <summary>Button.</summary>
    Button,
    /// <summary>Link.</summary>
    Link,
    /// <summary>Field that takes text.</summary>
    Field,
    /// <summary>Field of several lines, editor.</summary>
    TextArea,
    /// <summary>Search field.</summary>
    SearchField,
    /// <summary>Dropdown, select, combobox.</summary>
    Dropdown,
    /// <summary>Entry of a dropdown, list box or menu.</summary>
    Option,
    /// <summary>Checkbox.</summary>
    Checkbox,
    /// <summary>Radio button.</summary>
    Radio,
    /// <summary>Switch, toggle.</summary>
    Switch,
    /// <summary>Slider.</summary>
    Slider,
    /// <summary>Date or time field, picker, calendar.</summary>
    DatePicker,
    /// <summary>File field, upload area.</summary>
    FileField,
    /// <summary>Tab.</summary>
    Tab,
    /// <summary>Menu.</summary>
    Menu,
    /// <summary>Entry of a menu or navigation.</summary>
    MenuItem,
    /// <summary>Icon, symbol, glyph.</summary>
    Icon,
    /// <summary>Picture, photo, avatar, logo.</summary>
    Image,
    /// <summary>Heading, title.</summary>
    Heading,
    /// <summary>Label, caption.</summary>
    Label,
    /// <summary>Text, paragraph.</summary>
    Text,
    /// <summary>Message: toast, alert, banner, error, notification.</summary>
    Message,
    /// <summary>Dialog, modal, popup.</summary>
    Dialog,
    /// <summary>Table, grid.</summary>
    Table,
    /// <summary>Row, line.</summary>
    Row,
    /// <summary>Column.</summary>
    Column,
    /// <summary>Column header.</summary>
    ColumnHeader,
    /// <summary>Cell, slot.</summary>
    Cell,
    /// <summary>List.</summary>
    List,
    /// <summary>Entry of a list.</summary>
    ListItem,
    /// <summary>Card, tile, panel, box.</summary>
    Card,
    /// <summary>Tree.</summary>
    Tree,
    /// <summary>Node of a tree, folder, category.</summary>
    TreeItem,
    /// <summary>Section, area, group, form, region.</summary>
    Section,
    /// <summary>Accordion header, expander.</summary>
    Accordion,
    /// <summary>Badge, chip, tag, pill.</summary>
    Badge,
    /// <summary>Breadcrumb.</summary>
    Breadcrumb,
    /// <summary>Pagination.</summary>
    Pagination,
    /// <summary>Progress bar, spinner, loading indicator.</summary>
    Progress,
    /// <summary>Tooltip.</summary>
    Tooltip,
    /// <summary>Sidebar, navigation, header, footer, toolbar.</summary>
    Landmark,
    /// <summary>Chart, canvas, diagram, map.</summary>
    Canvas,
    /// <summary>Video, audio, player.</summary>
    Media,
    /// <summary>Frame.</summary>
    Frame,
    /// <summary>The whole page, screen, window.</summary>
    Page,
    /// <summary>Tab or window of the browser.</summary>
    BrowserTab,
}
