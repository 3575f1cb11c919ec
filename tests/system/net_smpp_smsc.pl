#!/usr/bin/perl
# A message centre on Net::SMPP, which we dial. By itself it only answers binds and messages, with
# hexadecimal message ids.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Net::SMPP;
use NetSmppPeer qw(event watch unwatch add_link link_of links drop next_status told serve);

use constant {ENROUTE => 1, DELETED => 4};    # message_state, SMPP 3.4 5.2.28

my ($system_id, $password) = @ARGV;
my $next_message = 0xAB00;
my ($listener, $port) = (undef, 0);
my ($silent, @held) = (0);    # a silent centre answers nothing but binds, and keeps messages
my %message;                  # message_id => what it took
my %on;

sub start_listening {
    $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, listen => 16) or die "can't listen: $!";
    $port = $listener->sockport;
    watch($listener, \&on_connection);
    event(event => 'listening', port => $port);
}

sub stop_listening {
    return unless $listener;
    unwatch($listener);
    undef $listener;
}

sub on_connection {
    my $socket = $listener->accept or return;
    $socket->set_version(0x34);
    event(event => 'connected', link => add_link($socket, \%on));
}

sub on_bind {
    my ($number, $pdu, $kind) = @_;
    my $socket = link_of($number)->{socket};
    my $status = $pdu->{system_id} ne $system_id ? 0x0F : $pdu->{password} ne $password ? 0x0E : 0;
    my $answer = "bind_${kind}_resp";
    $socket->$answer(seq => $pdu->{seq}, status => $status, system_id => 'NETSMPP');
    link_of($number)->{kind} = $kind unless $status;
    event(event => $status ? 'refused' : 'bound', link => $number, kind => $kind,
          map { $_ => $pdu->{$_} } qw(addr_ton addr_npi address_range system_type));
    drop($number, 'bind refused') if $status;
}

sub on_submit {
    my ($number, $pdu) = @_;
    my $status = next_status();
    my $to = $pdu->{destination_addr};
    my $multi = ref $to;
    told($number, $pdu, $status, to => $_, recipients => $multi ? scalar @$to : 1) for $multi ? @$to : ($to);
    if ($silent) { push @held, [$number, $pdu, $multi] }
    else { answer_submit($number, $pdu, $multi, $status) }
}

sub answer_submit {
    my ($number, $pdu, $multi, $status) = @_;
    my $sequence = $pdu->{seq};
    my $id = $status ? '' : sprintf '%08X', $next_message++;
    my @what = (seq => $sequence, status => $status, message_id => $id);
    $message{$id} = {%$pdu, state => ENROUTE, error => 0} unless $status || $multi;
    my $socket = link_of($number)->{socket};
    if ($multi) { $socket->submit_multi_resp(@what, destination_addr => [], error_status_code => [0]) }
    else { $socket->submit_sm_resp(@what) }
    event(event => 'answered', link => $number, sequence => $sequence, message_id => $id);
}

# A message that is asked about, when it is there, was sent so, and can still be changed where it has to be.
sub asked_about {
    my ($number, $pdu, $what) = @_;
    my $found = $message{ $pdu->{message_id} };
    my @same = grep { !defined $pdu->{$_} || $found && $found->{$_} eq $pdu->{$_} }
      qw(source_addr source_addr_ton source_addr_npi destination_addr dest_addr_ton dest_addr_npi);
    my %text = defined $pdu->{short_message} ? (octets => unpack 'H*', $pdu->{short_message}) : ();
    event(event => $what, link => $number, message_id => $pdu->{message_id}, from => $pdu->{source_addr},
          to => $pdu->{destination_addr}, %text);
    return if $silent || !$found || @same < 6 || $what ne 'query' && $found->{state} != ENROUTE;
    return $found;
}

sub on_query {
    my ($number, $pdu) = @_;
    my $found = asked_about($number, $pdu, 'query');
    return if $silent;
    my $over = $found && $found->{state} != ENROUTE;
    link_of($number)->{socket}->query_sm_resp(
        seq => $pdu->{seq}, status => $found ? 0 : 0x67, message_id => $found ? $pdu->{message_id} : '',
        final_date => $over ? '261124120003032+' : '', message_state => $found ? $found->{state} : 0,
        error_code => $found ? $found->{error} : 0);
}

sub on_cancel {
    my ($number, $pdu) = @_;
    my $found = asked_about($number, $pdu, 'cancel');
    $found->{state} = DELETED if $found;
    link_of($number)->{socket}->cancel_sm_resp(seq => $pdu->{seq}, status => $found ? 0 : 0x11)
      unless $silent;
}

sub on_replace {
    my ($number, $pdu) = @_;
    my $found = asked_about($number, $pdu, 'replace');
    link_of($number)->{socket}->replace_sm_resp(seq => $pdu->{seq}, status => $found ? 0 : 0x13)
      unless $silent;
}

# A link that may receive, the newest, or the one named.
sub receiving {
    my ($wanted) = @_;
    my @able = grep { (link_of($_)->{kind} // 'transmitter') ne 'transmitter' } reverse links();
    return $wanted // $able[0] // die "no link is bound for receiving\n";
}

%on = (
    Net::SMPP::CMD_bind_receiver()    => sub { on_bind(@_, 'receiver') },
    Net::SMPP::CMD_bind_transmitter() => sub { on_bind(@_, 'transmitter') },
    Net::SMPP::CMD_bind_transceiver() => sub { on_bind(@_, 'transceiver') },
    Net::SMPP::CMD_submit_sm()        => \&on_submit,
    Net::SMPP::CMD_submit_multi()     => \&on_submit,
    Net::SMPP::CMD_query_sm()         => \&on_query,
    Net::SMPP::CMD_cancel_sm()        => \&on_cancel,
    Net::SMPP::CMD_replace_sm()       => \&on_replace,
    Net::SMPP::CMD_unbind()           => sub {
        my ($number, $pdu) = @_;
        return event(event => 'unbind', link => $number) if $silent;
        link_of($number)->{socket}->unbind_resp(seq => $pdu->{seq});
        drop($number, 'unbound');
    },
    Net::SMPP::CMD_enquire_link()     => sub {
        my ($number, $pdu) = @_;
        link_of($number)->{socket}->enquire_link_resp(seq => $pdu->{seq}) unless $silent;
        event(event => 'enquire_link', link => $number);
    },
);

start_listening();
serve(
    deliver => sub {
        my ($c) = @_;
        my $number = receiving($c->{link});
        my $sequence = link_of($number)->{socket}->deliver_sm(
            async => 1, ($c->{sequence} ? (seq => $c->{sequence}) : ()), source_addr_ton => 2,
            source_addr_npi => 1, source_addr => $c->{from}, destination_addr => $c->{to},
            esm_class => $c->{esm_class} // 0, data_coding => $c->{data_coding} // 0,
            short_message => pack('H*', $c->{octets}));
        event(event => 'delivered', link => $number, sequence => $sequence, tag => $c->{tag});
    },
    raw     => sub { link_of(receiving($_[0]{link}))->{socket}->syswrite(pack 'H*', $_[0]{octets}) },
    silence => sub { $silent = 1; event(event => 'silence') },
    speak   => sub {
        $silent = 0;
        for (splice @held) {
            my ($number, $pdu, $multi) = @$_;
            answer_submit($number, $pdu, $multi, 0) if link_of($number);
        }
    },
    became => sub {
        my ($c) = @_;
        @{ $message{ $c->{message_id} } }{qw(state error)} = @$c{qw(state error)};
        event(event => 'became', message_id => $c->{message_id});
    },
    leave  => sub { stop_listening(); drop($_, 'told to') for links() },
    return => \&start_listening,
);
